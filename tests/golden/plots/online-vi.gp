set terminal svg size 924,250 dynamic noenhanced rounded font 'Noto Sans,12' name 'online'
set output 'online.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set arrow 1 from screen 0.00108, screen 0.96400 to screen 0.01840, screen 0.96400 nohead linewidth 2.4 linecolor rgb '#010807' front
set label 1 'Trung vị' at screen 0.02381, screen 0.96400 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 1 rectangle from screen 0.09232, screen 0.94200 to screen 0.10639, screen 0.98600 front fillcolor rgb '#010d07' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.09232, screen 0.94200 to screen 0.10639, screen 0.98600 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 2 '10–90 % số ngày' at screen 0.11396, screen 0.96400 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.23431, screen 0.96400 to screen 0.25162, screen 0.96400 nohead linewidth 2.4 linecolor rgb '#010b07' front
set label 3 'Cao nhất' at screen 0.25703, screen 0.96400 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 3 rectangle from screen 0.33030, screen 0.94200 to screen 0.34437, screen 0.98600 front fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 4 rectangle from screen 0.33030, screen 0.94200 to screen 0.34437, screen 0.98600 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 4 'Giờ hành chính' at screen 0.35195, screen 0.96400 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.02597
set rmargin at screen 0.97835
set tmargin at screen 0.86400
set bmargin at screen 0.10400
set xrange [0.000:24.000]
set yrange [0.000:1728.000]
set arrow 3 from screen 0.02597, screen 0.10400 to screen 0.97835, screen 0.10400 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 5 '0' at screen 0.01840, screen 0.10400 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 4 from screen 0.02597, screen 0.32391 to screen 0.97835, screen 0.32391 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 6 '5' at screen 0.01840, screen 0.32391 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.02597, screen 0.54381 to screen 0.97835, screen 0.54381 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 7 '10' at screen 0.01840, screen 0.54381 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 6 from screen 0.02597, screen 0.76372 to screen 0.97835, screen 0.76372 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 8 '15' at screen 0.01840, screen 0.76372 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 5 rectangle from screen 0.30375, screen 0.10400 to screen 0.50216, screen 0.86400 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 6 rectangle from screen 0.54185, screen 0.10400 to screen 0.70058, screen 0.86400 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set label 9 '0 giờ' at screen 0.02597, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 10 '3 giờ' at screen 0.14502, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 11 '6 giờ' at screen 0.26407, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 12 '9 giờ' at screen 0.38312, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 13 '12 giờ' at screen 0.50216, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 14 '15 giờ' at screen 0.62121, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 15 '18 giờ' at screen 0.74026, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 16 '21 giờ' at screen 0.85931, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 17 '24 giờ' at screen 0.97835, screen 0.05600 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 18 '16' at screen 0.40296, screen 0.84370 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010b07' noenhanced front
$MEANS << END
0	84.000	28.000	140.000
0.500	66	22	110
1.500	30	10	50
2.500	18	6	30
3.500	12	4	20
4.500	12	4	20
5.500	24	8	40
6.500	84	28	140
7.500	216	72	360
8.500	480	160	800
9.500	570	190	950
10.500	450	150	750
11.500	315	105	525
12.500	144	48	240
13.500	276	92	460
14.500	450	150	750
15.500	495	165	825
16.500	444	148	740
17.500	288	96	480
18.500	165	55	275
19.500	144	48	240
20.500	180	60	300
21.500	186	62	310
22.500	144	48	240
23.500	102	34	170
24	84.000	28.000	140.000
END
$PEAKS << END
0	200
1	200
1	100
2	100
2	300
3	300
3	200
4	200
4	300
5	300
5	100
6	100
6	400
7	400
7	600
8	600
8	1400
9	1400
9	1600
10	1600
10	1500
11	1500
11	1000
12	1000
12	400
13	400
13	900
14	900
14	1300
15	1300
15	1500
16	1500
16	1300
17	1300
17	900
18	900
18	700
19	700
19	500
20	500
20	600
21	600
21	600
22	600
22	400
23	400
23	300
24	300
END
$TIPS << END
0.500	864.000	0.000	1.000	0.000	1728.000	172032
1.500	864.000	1.000	2.000	0.000	1728.000	172033
2.500	864.000	2.000	3.000	0.000	1728.000	172034
3.500	864.000	3.000	4.000	0.000	1728.000	172035
4.500	864.000	4.000	5.000	0.000	1728.000	172036
5.500	864.000	5.000	6.000	0.000	1728.000	172037
6.500	864.000	6.000	7.000	0.000	1728.000	172038
7.500	864.000	7.000	8.000	0.000	1728.000	172039
8.500	864.000	8.000	9.000	0.000	1728.000	172040
9.500	864.000	9.000	10.000	0.000	1728.000	172041
10.500	864.000	10.000	11.000	0.000	1728.000	172042
11.500	864.000	11.000	12.000	0.000	1728.000	172043
12.500	864.000	12.000	13.000	0.000	1728.000	172044
13.500	864.000	13.000	14.000	0.000	1728.000	172045
14.500	864.000	14.000	15.000	0.000	1728.000	172046
15.500	864.000	15.000	16.000	0.000	1728.000	172047
16.500	864.000	16.000	17.000	0.000	1728.000	172048
17.500	864.000	17.000	18.000	0.000	1728.000	172049
18.500	864.000	18.000	19.000	0.000	1728.000	172050
19.500	864.000	19.000	20.000	0.000	1728.000	172051
20.500	864.000	20.000	21.000	0.000	1728.000	172052
21.500	864.000	21.000	22.000	0.000	1728.000	172053
22.500	864.000	22.000	23.000	0.000	1728.000	172054
23.500	864.000	23.000	24.000	0.000	1728.000	172055
END
plot $MEANS using 1:3:4 with filledcurves linecolor rgb '#010d07', $MEANS using 1:3 with lines linewidth 0.8 linecolor rgb '#010707', $MEANS using 1:4 with lines linewidth 0.8 linecolor rgb '#010707', $PEAKS using 1:2 with lines linewidth 1.4 linecolor rgb '#010b07', $MEANS using 1:2 with lines linewidth 2.6 linecolor rgb '#010807', $TIPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent solid 0 noborder
unset output
