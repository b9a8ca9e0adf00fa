set terminal svg size 924,260 dynamic noenhanced rounded font 'Noto Sans,12' name 'times'
set output 'times.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set arrow 1 from screen 0.00108, screen 0.96538 to screen 0.01840, screen 0.96538 nohead linewidth 2.4 linecolor rgb '#010807' front
set label 1 'Trung vị' at screen 0.02381, screen 0.96538 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.09123, screen 0.96538 to screen 0.10855, screen 0.96538 nohead linewidth 2.4 linecolor rgb '#010c07' front
set label 2 '95 % yêu cầu nhanh hơn' at screen 0.11396, screen 0.96538 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.28095, screen 0.96538 to screen 0.29827, screen 0.96538 nohead linewidth 2.4 linecolor rgb '#010b07' dashtype (8,6) front
set label 3 '99 % yêu cầu nhanh hơn' at screen 0.30368, screen 0.96538 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.05628
set rmargin at screen 0.95476
set tmargin at screen 0.87692
set bmargin at screen 0.14615
set xrange [0.500:30.500]
set yrange [10000.000:4863352.000]
set arrow 4 from screen 0.05628, screen 0.14615 to screen 0.95476, screen 0.14615 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 4 '10 ms' at screen 0.04870, screen 0.14615 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.05628, screen 0.22803 to screen 0.95476, screen 0.22803 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 5 '20 ms' at screen 0.04870, screen 0.22803 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 6 from screen 0.05628, screen 0.33625 to screen 0.95476, screen 0.33625 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 6 '50 ms' at screen 0.04870, screen 0.33625 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 7 from screen 0.05628, screen 0.41813 to screen 0.95476, screen 0.41813 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 7 '100 ms' at screen 0.04870, screen 0.41813 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 8 from screen 0.05628, screen 0.50000 to screen 0.95476, screen 0.50000 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 8 '200 ms' at screen 0.04870, screen 0.50000 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 9 from screen 0.05628, screen 0.60822 to screen 0.95476, screen 0.60822 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 9 '500 ms' at screen 0.04870, screen 0.60822 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 10 from screen 0.05628, screen 0.69010 to screen 0.95476, screen 0.69010 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 10 '1 giây' at screen 0.04870, screen 0.69010 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 11 from screen 0.05628, screen 0.77197 to screen 0.95476, screen 0.77197 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 11 '2 giây' at screen 0.04870, screen 0.77197 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 12 from screen 0.05628, screen 0.81986 to screen 0.95476, screen 0.81986 nohead linewidth 1.2 linecolor rgb '#010207' dashtype (8,6) back
set label 12 '3 giây' at screen 0.96017, screen 0.81986 left font 'Noto Sans:Bold,11.0' textcolor rgb '#010207' noenhanced front
set label 13 '1' at screen 0.07125, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 14 'T5' at screen 0.07125, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 15 '2' at screen 0.10120, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 16 'T6' at screen 0.10120, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 17 '3' at screen 0.13115, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 18 'T7' at screen 0.13115, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 19 '4' at screen 0.16110, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 20 'CN' at screen 0.16110, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 21 '5' at screen 0.19105, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 22 'T2' at screen 0.19105, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 23 '6' at screen 0.22100, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 24 'T3' at screen 0.22100, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 25 '7' at screen 0.25095, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 26 'T4' at screen 0.25095, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 27 '8' at screen 0.28090, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 28 'T5' at screen 0.28090, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 29 '9' at screen 0.31085, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 30 'T6' at screen 0.31085, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 31 '10' at screen 0.34080, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 32 'T7' at screen 0.34080, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 33 '11' at screen 0.37075, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 34 'CN' at screen 0.37075, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 35 '12' at screen 0.40070, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 36 'T2' at screen 0.40070, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 37 '13' at screen 0.43065, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 38 'T3' at screen 0.43065, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 39 '14' at screen 0.46060, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 40 'T4' at screen 0.46060, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 41 '15' at screen 0.49054, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 42 'T5' at screen 0.49054, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 43 '16' at screen 0.52049, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 44 'T6' at screen 0.52049, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 45 '17' at screen 0.55044, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 46 'T7' at screen 0.55044, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 47 '18' at screen 0.58039, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 48 'CN' at screen 0.58039, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 49 '19' at screen 0.61034, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 50 'T2' at screen 0.61034, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 51 '20' at screen 0.64029, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 52 'T3' at screen 0.64029, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 53 '21' at screen 0.67024, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 54 'T4' at screen 0.67024, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 55 '22' at screen 0.70019, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 56 'T5' at screen 0.70019, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 57 '23' at screen 0.73014, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 58 'T6' at screen 0.73014, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 59 '24' at screen 0.76009, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 60 'T7' at screen 0.76009, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 61 '25' at screen 0.79004, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 62 'CN' at screen 0.79004, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 63 '26' at screen 0.81999, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 64 'T2' at screen 0.81999, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 65 '27' at screen 0.84994, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 66 'T3' at screen 0.84994, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 67 '28' at screen 0.87989, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 68 'T4' at screen 0.87989, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 69 '29' at screen 0.90984, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 70 'T5' at screen 0.90984, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 71 '30' at screen 0.93979, screen 0.10000 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 72 'T6' at screen 0.93979, screen 0.04231 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
$P50 << END
1	43939
2	52811
3	40826
4	42008
5	51900
6	45823
7	44090
8	45740
9	38135
10	41457
11	40970
12	46579
13	47823
14	46453
15	52045
16	49579
17	47368
18	44015
19	41039
20	44767
21	49110
22	44676
23	48365
24	50091
25	43214
26	41831
27	41490
28	41756
29	50755
30	49372
END
$P95 << END
1	626909
2	587185
3	520417
4	568329
5	452319
6	463400
7	633496
8	589251
9	487154
10	581288
11	678901
12	622133
13	663185
14	426365
15	438581
16	637097
17	664920
18	489972
19	600915
20	714317
21	487651
22	688472
23	718699
24	527660
25	469327
26	433909
27	557753
28	592242
29	496119
30	571992
END
$P99 << END
1	2078046
2	2731741
3	2550908
4	1615824
5	2809670
6	1805583
7	3741040
8	3256554
9	3409314
10	3201017
11	2510678
12	3344755
13	1752765
14	3336343
15	2390425
16	1512454
17	3711779
18	2111270
19	2077157
20	3070336
21	1623200
22	3083297
23	3054887
24	3301115
25	1459521
26	2959940
27	2083465
28	2092501
29	2790480
30	1891468
END
$TIPS << END
1.000	2436676.000	0.500	1.500	10000.000	4863352.000	172032
2.000	2436676.000	1.500	2.500	10000.000	4863352.000	172033
3.000	2436676.000	2.500	3.500	10000.000	4863352.000	172034
4.000	2436676.000	3.500	4.500	10000.000	4863352.000	172035
5.000	2436676.000	4.500	5.500	10000.000	4863352.000	172036
6.000	2436676.000	5.500	6.500	10000.000	4863352.000	172037
7.000	2436676.000	6.500	7.500	10000.000	4863352.000	172038
8.000	2436676.000	7.500	8.500	10000.000	4863352.000	172039
9.000	2436676.000	8.500	9.500	10000.000	4863352.000	172040
10.000	2436676.000	9.500	10.500	10000.000	4863352.000	172041
11.000	2436676.000	10.500	11.500	10000.000	4863352.000	172042
12.000	2436676.000	11.500	12.500	10000.000	4863352.000	172043
13.000	2436676.000	12.500	13.500	10000.000	4863352.000	172044
14.000	2436676.000	13.500	14.500	10000.000	4863352.000	172045
15.000	2436676.000	14.500	15.500	10000.000	4863352.000	172046
16.000	2436676.000	15.500	16.500	10000.000	4863352.000	172047
17.000	2436676.000	16.500	17.500	10000.000	4863352.000	172048
18.000	2436676.000	17.500	18.500	10000.000	4863352.000	172049
19.000	2436676.000	18.500	19.500	10000.000	4863352.000	172050
20.000	2436676.000	19.500	20.500	10000.000	4863352.000	172051
21.000	2436676.000	20.500	21.500	10000.000	4863352.000	172052
22.000	2436676.000	21.500	22.500	10000.000	4863352.000	172053
23.000	2436676.000	22.500	23.500	10000.000	4863352.000	172054
24.000	2436676.000	23.500	24.500	10000.000	4863352.000	172055
25.000	2436676.000	24.500	25.500	10000.000	4863352.000	172056
26.000	2436676.000	25.500	26.500	10000.000	4863352.000	172057
27.000	2436676.000	26.500	27.500	10000.000	4863352.000	172058
28.000	2436676.000	27.500	28.500	10000.000	4863352.000	172059
29.000	2436676.000	28.500	29.500	10000.000	4863352.000	172060
30.000	2436676.000	29.500	30.500	10000.000	4863352.000	172061
END
set logscale y 10
plot $P99 using 1:2 with lines linewidth 1.6 dashtype (8,6) linecolor rgb '#010b07', $P99 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#010b07', $P95 using 1:2 with lines linewidth 1.6 linecolor rgb '#010c07', $P95 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#010c07', $P50 using 1:2 with lines linewidth 2.6 linecolor rgb '#010807', $P50 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#010807', $TIPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent solid 0 noborder
unset output
