set terminal pngcairo size 920,652 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'strip.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.78067 to screen 0.06739, screen 0.81442 front fillcolor rgb '#2b6190' fillstyle solid 1 noborder
set label 1 'Served' at screen 0.08261, screen 0.79755 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.20565, screen 0.78067 to screen 0.23391, screen 0.81442 front fillcolor rgb '#1f2a34' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.20565, screen 0.78067 to screen 0.23391, screen 0.81442 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 2 'No request' at screen 0.24913, screen 0.79755 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 4 rectangle from screen 0.42000, screen 0.78067 to screen 0.44826, screen 0.81442 front fillcolor rgb '#f2a93b' fillstyle solid 1 noborder
set label 3 'Server errors' at screen 0.46348, screen 0.79755 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 5 rectangle from screen 0.66000, screen 0.78067 to screen 0.68826, screen 0.81442 front fillcolor rgb '#ffe3dc' fillstyle solid 1 noborder
set label 4 'Down' at screen 0.70348, screen 0.79755 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 6 rectangle from screen 0.03913, screen 0.72546 to screen 0.06739, screen 0.75920 front fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 7 rectangle from screen 0.03913, screen 0.72546 to screen 0.06739, screen 0.75920 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 5 'Log missing' at screen 0.08261, screen 0.74233 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 6 'When the site was up' at screen 0.03913, screen 0.93098 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 7 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.87270 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 8 'Source: web server logs; sample figures' at screen 0.03913, screen 0.04294 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.13913
set rmargin at screen 0.95652
set tmargin at screen 0.67178
set bmargin at screen 0.19325
set xrange [0.500:30.500]
set yrange [24.000:0.000]
set label 9 '0:00' at screen 0.12609, screen 0.67178 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 10 '6:00' at screen 0.12609, screen 0.55215 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 11 '12:00' at screen 0.12609, screen 0.43252 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 12 '18:00' at screen 0.12609, screen 0.31288 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 13 '24:00' at screen 0.12609, screen 0.19325 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 14 '1' at screen 0.15275, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 15 '5' at screen 0.26174, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 16 '10' at screen 0.39797, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 17 '15' at screen 0.53420, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 18 '20' at screen 0.67043, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 19 '25' at screen 0.80667, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 20 '30' at screen 0.94290, screen 0.15644 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
$RUNS << END
1.000	1.500	0.550	1.450	0.000	3.000	2843024
1.000	3.500	0.550	1.450	3.000	4.000	2042420
1.000	14.000	0.550	1.450	4.000	24.000	2843024
2.000	12.000	1.550	2.450	0.000	24.000	2843024
3.000	12.000	2.550	3.450	0.000	24.000	2843024
4.000	12.000	3.550	4.450	0.000	24.000	2843024
5.000	12.000	4.550	5.450	0.000	24.000	2843024
6.000	15.000	5.550	6.450	6.000	24.000	2843024
7.000	12.000	6.550	7.450	0.000	24.000	2843024
8.000	12.000	7.550	8.450	0.000	24.000	2843024
9.000	0.500	8.550	9.450	0.000	1.000	2042420
9.000	11.500	8.550	9.450	1.000	22.000	2843024
9.000	22.500	8.550	9.450	22.000	23.000	15903035
9.000	23.500	8.550	9.450	23.000	24.000	2843024
10.000	12.000	9.550	10.450	0.000	24.000	2843024
11.000	12.000	10.550	11.450	0.000	24.000	2843024
12.000	12.000	11.550	12.450	0.000	24.000	2843024
13.000	12.000	12.550	13.450	0.000	24.000	2843024
14.000	12.000	13.550	14.450	0.000	24.000	2843024
15.000	12.000	14.550	15.450	0.000	24.000	2843024
16.000	2.000	15.550	16.450	0.000	4.000	2843024
16.000	4.500	15.550	16.450	4.000	5.000	2042420
16.000	14.500	15.550	16.450	5.000	24.000	2843024
17.000	12.000	16.550	17.450	0.000	24.000	2843024
18.000	1.000	17.550	18.450	0.000	2.000	2843024
18.000	5.500	17.550	18.450	2.000	9.000	16770012
18.000	9.500	17.550	18.450	9.000	10.000	15903035
18.000	17.000	17.550	18.450	10.000	24.000	2843024
19.000	12.000	18.550	19.450	0.000	24.000	2843024
20.000	7.500	19.550	20.450	0.000	15.000	2843024
24.000	1.500	23.550	24.450	1.000	2.000	2042420
27.000	16.000	26.550	27.450	15.000	17.000	15903035
END
$GAPS << END
6.000	3.000	5.550	6.450	0.000	6.000	8885409
END
plot $RUNS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable, $GAPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent pattern 5 border linecolor rgb '#8794a1'
unset output
