set terminal svg size 924,315 dynamic noenhanced rounded font 'Noto Sans,12' name 'days'
set output 'days.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.95397 to screen 0.01623, screen 0.98889 front fillcolor rgb '#010707' fillstyle solid 1 noborder
set label 1 'Lượt truy cập' at screen 0.02381, screen 0.97143 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 1 from screen 0.12154, screen 0.97143 to screen 0.13885, screen 0.97143 nohead linewidth 2.4 linecolor rgb '#010b07' front
set label 2 'Lượt xem trang' at screen 0.14426, screen 0.97143 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.25541, screen 0.95397 to screen 0.26948, screen 0.98889 front fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.25541, screen 0.95397 to screen 0.26948, screen 0.98889 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 3 'Cuối tuần' at screen 0.27706, screen 0.97143 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 4 rectangle from screen 0.35390, screen 0.95397 to screen 0.36797, screen 0.98889 front fillcolor rgb '#010607' fillstyle solid 1 noborder
set object 5 rectangle from screen 0.35390, screen 0.95397 to screen 0.36797, screen 0.98889 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 4 'Ngày nghỉ lễ' at screen 0.37554, screen 0.97143 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.03355
set rmargin at screen 0.99567
set tmargin at screen 0.86984
set bmargin at screen 0.12063
set xrange [0.500:30.500]
set yrange [0.000:557.280]
set object 6 rectangle from screen 0.09769, screen 0.12063 to screen 0.16183, screen 0.86984 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 7 rectangle from screen 0.32219, screen 0.12063 to screen 0.38633, screen 0.86984 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 8 rectangle from screen 0.54668, screen 0.12063 to screen 0.61082, screen 0.86984 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 9 rectangle from screen 0.77118, screen 0.12063 to screen 0.83532, screen 0.86984 behind fillcolor rgb '#010507' fillstyle solid 1 noborder
set object 10 rectangle from screen 0.67496, screen 0.12063 to screen 0.70703, screen 0.86984 behind fillcolor rgb '#010607' fillstyle solid 1 noborder
set label 5 'Giỗ Tổ' at screen 0.69100, screen 0.89841 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set object 11 rectangle from screen 0.96360, screen 0.12063 to screen 0.99567, screen 0.86984 behind fillcolor rgb '#010607' fillstyle solid 1 noborder
set label 6 '30/4' at screen 0.97964, screen 0.89841 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.03355, screen 0.12063 to screen 0.99567, screen 0.12063 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 7 '0' at screen 0.02597, screen 0.12063 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.03355, screen 0.25507 to screen 0.99567, screen 0.25507 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 8 '100' at screen 0.02597, screen 0.25507 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 4 from screen 0.03355, screen 0.38951 to screen 0.99567, screen 0.38951 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 9 '200' at screen 0.02597, screen 0.38951 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.03355, screen 0.52395 to screen 0.99567, screen 0.52395 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 10 '300' at screen 0.02597, screen 0.52395 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 6 from screen 0.03355, screen 0.65839 to screen 0.99567, screen 0.65839 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 11 '400' at screen 0.02597, screen 0.65839 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 7 from screen 0.03355, screen 0.79283 to screen 0.99567, screen 0.79283 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 12 '500' at screen 0.02597, screen 0.79283 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 13 '1' at screen 0.04959, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 14 'T5' at screen 0.04959, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 15 '2' at screen 0.08166, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 16 'T6' at screen 0.08166, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 17 '3' at screen 0.11373, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 18 'T7' at screen 0.11373, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 19 '4' at screen 0.14580, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 20 'CN' at screen 0.14580, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 21 '5' at screen 0.17787, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 22 'T2' at screen 0.17787, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 23 '6' at screen 0.20994, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 24 'T3' at screen 0.20994, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 25 '7' at screen 0.24201, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 26 'T4' at screen 0.24201, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 27 '8' at screen 0.27408, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 28 'T5' at screen 0.27408, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 29 '9' at screen 0.30615, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 30 'T6' at screen 0.30615, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 31 '10' at screen 0.33822, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 32 'T7' at screen 0.33822, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 33 '11' at screen 0.37029, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 34 'CN' at screen 0.37029, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 35 '12' at screen 0.40236, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 36 'T2' at screen 0.40236, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 37 '13' at screen 0.43443, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 38 'T3' at screen 0.43443, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 39 '14' at screen 0.46650, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 40 'T4' at screen 0.46650, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 41 '15' at screen 0.49858, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 42 'T5' at screen 0.49858, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 43 '16' at screen 0.53065, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 44 'T6' at screen 0.53065, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 45 '17' at screen 0.56272, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 46 'T7' at screen 0.56272, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 47 '18' at screen 0.59479, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 48 'CN' at screen 0.59479, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 49 '19' at screen 0.62686, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 50 'T2' at screen 0.62686, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 51 '20' at screen 0.65893, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 52 'T3' at screen 0.65893, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 53 '21' at screen 0.69100, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 54 'T4' at screen 0.69100, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 55 '22' at screen 0.72307, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 56 'T5' at screen 0.72307, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 57 '23' at screen 0.75514, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 58 'T6' at screen 0.75514, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 59 '24' at screen 0.78721, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 60 'T7' at screen 0.78721, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 61 '25' at screen 0.81928, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 62 'CN' at screen 0.81928, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 63 '26' at screen 0.85135, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 64 'T2' at screen 0.85135, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 65 '27' at screen 0.88342, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 66 'T3' at screen 0.88342, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 67 '28' at screen 0.91549, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 68 'T4' at screen 0.91549, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 69 '29' at screen 0.94756, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 70 'T5' at screen 0.94756, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 71 '30' at screen 0.97964, screen 0.08254 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 72 'T6' at screen 0.97964, screen 0.03492 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 73 '174' at screen 0.46650, screen 0.38313 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010807' noenhanced front
$BARS << END
1	172	67335	0
2	160	67335	0
3	74	67335	0
4	58	67335	0
5	160	67335	0
6	156	67335	0
7	148	67335	0
8	155	67335	0
9	154	67335	0
10	90	67335	0
11	81	67335	0
12	157	67335	0
13	165	67335	0
14	174	67591	0
15	150	67335	0
16	147	67335	0
17	78	67335	0
18	77	67335	0
19	149	67335	0
20	161	67335	0
21	55	67335	0
22	161	67335	0
23	172	67335	0
24	67	67335	0
25	78	67335	0
26	153	67335	0
27	166	67335	0
28	158	67335	0
29	142	67335	0
30	86	67335	0
END
$PAGES << END
1	412
2	464
3	192
4	168
5	432
6	390
7	414
8	418
9	415
10	225
11	234
12	408
13	495
14	452
15	420
16	426
17	210
18	169
19	372
20	466
21	137
22	418
23	516
24	147
25	226
26	459
27	464
28	458
29	383
30	249
END
$TIPS << END
1.000	278.640	0.500	1.500	0.000	557.280	172032
2.000	278.640	1.500	2.500	0.000	557.280	172033
3.000	278.640	2.500	3.500	0.000	557.280	172034
4.000	278.640	3.500	4.500	0.000	557.280	172035
5.000	278.640	4.500	5.500	0.000	557.280	172036
6.000	278.640	5.500	6.500	0.000	557.280	172037
7.000	278.640	6.500	7.500	0.000	557.280	172038
8.000	278.640	7.500	8.500	0.000	557.280	172039
9.000	278.640	8.500	9.500	0.000	557.280	172040
10.000	278.640	9.500	10.500	0.000	557.280	172041
11.000	278.640	10.500	11.500	0.000	557.280	172042
12.000	278.640	11.500	12.500	0.000	557.280	172043
13.000	278.640	12.500	13.500	0.000	557.280	172044
14.000	278.640	13.500	14.500	0.000	557.280	172045
15.000	278.640	14.500	15.500	0.000	557.280	172046
16.000	278.640	15.500	16.500	0.000	557.280	172047
17.000	278.640	16.500	17.500	0.000	557.280	172048
18.000	278.640	17.500	18.500	0.000	557.280	172049
19.000	278.640	18.500	19.500	0.000	557.280	172050
20.000	278.640	19.500	20.500	0.000	557.280	172051
21.000	278.640	20.500	21.500	0.000	557.280	172052
22.000	278.640	21.500	22.500	0.000	557.280	172053
23.000	278.640	22.500	23.500	0.000	557.280	172054
24.000	278.640	23.500	24.500	0.000	557.280	172055
25.000	278.640	24.500	25.500	0.000	557.280	172056
26.000	278.640	25.500	26.500	0.000	557.280	172057
27.000	278.640	26.500	27.500	0.000	557.280	172058
28.000	278.640	27.500	28.500	0.000	557.280	172059
29.000	278.640	28.500	29.500	0.000	557.280	172060
30.000	278.640	29.500	30.500	0.000	557.280	172061
END
set boxwidth 0.66 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $PAGES using 1:2 with lines linewidth 2.2 linecolor rgb '#010b07', $PAGES using 1:2 with points pointtype 7 pointsize 0.45 linecolor rgb '#010b07', $TIPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent solid 0 noborder
unset output
