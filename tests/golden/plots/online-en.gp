set terminal pngcairo size 920,664 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'online.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set arrow 1 from screen 0.03696, screen 0.80120 to screen 0.07174, screen 0.80120 nohead linewidth 2.4 linecolor rgb '#9ccdf3' front
set label 1 'Median' at screen 0.08261, screen 0.80120 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 1 rectangle from screen 0.20891, screen 0.78464 to screen 0.23717, screen 0.81777 front fillcolor rgb '#1f3d57' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.20891, screen 0.78464 to screen 0.23717, screen 0.81777 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 2 '10–90% of the days' at screen 0.25239, screen 0.80120 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.52652, screen 0.80120 to screen 0.56130, screen 0.80120 nohead linewidth 2.4 linecolor rgb '#ff9a4d' front
set label 3 'Greatest' at screen 0.57217, screen 0.80120 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 3 rectangle from screen 0.71500, screen 0.78464 to screen 0.74326, screen 0.81777 front fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 4 rectangle from screen 0.71500, screen 0.78464 to screen 0.74326, screen 0.81777 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 4 'Office hours' at screen 0.75848, screen 0.80120 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 5 'Online by hour' at screen 0.03913, screen 0.93223 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 6 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.87500 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 7 'Source: web server logs; sample figures' at screen 0.03913, screen 0.04217 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.08696
set rmargin at screen 0.92174
set tmargin at screen 0.72590
set bmargin at screen 0.15361
set xrange [0.000:24.000]
set yrange [0.000:1728.000]
set arrow 3 from screen 0.08696, screen 0.15361 to screen 0.92174, screen 0.15361 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 8 '0' at screen 0.07174, screen 0.15361 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 4 from screen 0.08696, screen 0.31921 to screen 0.92174, screen 0.31921 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 9 '5' at screen 0.07174, screen 0.31921 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.08696, screen 0.48480 to screen 0.92174, screen 0.48480 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 10 '10' at screen 0.07174, screen 0.48480 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 6 from screen 0.08696, screen 0.65039 to screen 0.92174, screen 0.65039 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 11 '15' at screen 0.07174, screen 0.65039 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 5 rectangle from screen 0.33043, screen 0.15361 to screen 0.50435, screen 0.72590 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 6 rectangle from screen 0.53913, screen 0.15361 to screen 0.67826, screen 0.72590 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set label 12 '0:00' at screen 0.08696, screen 0.11747 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 13 '6:00' at screen 0.29565, screen 0.11747 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 14 '12:00' at screen 0.50435, screen 0.11747 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 15 '18:00' at screen 0.71304, screen 0.11747 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 16 '24:00' at screen 0.92174, screen 0.11747 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 17 '16' at screen 0.41739, screen 0.71062 center font 'Noto Sans:Bold,11.0' textcolor rgb '#ff9a4d' noenhanced front
$MEANS << END
0	84.000	28.000	140.000
0.500	66	22	110
1.500	30	10	50
2.500	18	6	30

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
plot $MEANS using 1:3:4 with filledcurves linecolor rgb '#1f3d57', $MEANS using 1:3 with lines linewidth 0.8 linecolor rgb '#4a8fc6', $MEANS using 1:4 with lines linewidth 0.8 linecolor rgb '#4a8fc6', $PEAKS using 1:2 with lines linewidth 1.4 linecolor rgb '#ff9a4d', $MEANS using 1:2 with lines linewidth 2.6 linecolor rgb '#9ccdf3'
unset output
