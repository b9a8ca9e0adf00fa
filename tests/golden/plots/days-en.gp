set terminal pngcairo size 920,830 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'days.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.82771 to screen 0.06739, screen 0.85422 front fillcolor rgb '#4a8fc6' fillstyle solid 1 noborder
set label 1 'Visits' at screen 0.08261, screen 0.84096 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 1 from screen 0.18370, screen 0.84096 to screen 0.21848, screen 0.84096 nohead linewidth 2.4 linecolor rgb '#ff9a4d' front
set label 2 'Page views' at screen 0.22935, screen 0.84096 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.40261, screen 0.82771 to screen 0.43087, screen 0.85422 front fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.40261, screen 0.82771 to screen 0.43087, screen 0.85422 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 3 'Weekend' at screen 0.44609, screen 0.84096 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 4 rectangle from screen 0.59739, screen 0.82771 to screen 0.62565, screen 0.85422 front fillcolor rgb '#31281c' fillstyle solid 1 noborder
set object 5 rectangle from screen 0.59739, screen 0.82771 to screen 0.62565, screen 0.85422 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 4 'Public holiday' at screen 0.64087, screen 0.84096 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 6 rectangle from screen 0.03913, screen 0.78434 to screen 0.06739, screen 0.81084 front fillcolor rgb '#1f3d57' fillstyle solid 1 noborder
set object 7 rectangle from screen 0.03913, screen 0.78434 to screen 0.06739, screen 0.81084 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 5 'Not over yet' at screen 0.08261, screen 0.79759 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 8 rectangle from screen 0.27043, screen 0.78434 to screen 0.29870, screen 0.81084 front fillcolor rgb '#4a8fc6' fillstyle transparent pattern 4 noborder
set object 9 rectangle from screen 0.27043, screen 0.78434 to screen 0.29870, screen 0.81084 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 6 'Part of the log is missing' at screen 0.31391, screen 0.79759 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 10 rectangle from screen 0.64913, screen 0.78434 to screen 0.67739, screen 0.81084 front fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 11 rectangle from screen 0.64913, screen 0.78434 to screen 0.67739, screen 0.81084 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 7 'Log missing' at screen 0.69261, screen 0.79759 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 8 'Visits by day – April 2021' at screen 0.03913, screen 0.94578 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 9 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.90000 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 10 'Source: web server logs; sample figures' at screen 0.03913, screen 0.03373 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.10217
set rmargin at screen 0.95652
set tmargin at screen 0.72048
set bmargin at screen 0.15181
set xrange [0.500:30.500]
set yrange [0.000:534.600]
set object 12 rectangle from screen 0.15913, screen 0.15181 to screen 0.21609, screen 0.72048 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 13 rectangle from screen 0.35848, screen 0.15181 to screen 0.41543, screen 0.72048 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 14 rectangle from screen 0.55783, screen 0.15181 to screen 0.61478, screen 0.72048 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 15 rectangle from screen 0.75717, screen 0.15181 to screen 0.81413, screen 0.72048 behind fillcolor rgb '#1a232c' fillstyle solid 1 noborder
set object 16 rectangle from screen 0.67174, screen 0.15181 to screen 0.70022, screen 0.72048 behind fillcolor rgb '#31281c' fillstyle solid 1 noborder
set label 11 'Hung Kings' at screen 0.68598, screen 0.74217 center font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set object 17 rectangle from screen 0.92804, screen 0.15181 to screen 0.95652, screen 0.72048 behind fillcolor rgb '#31281c' fillstyle solid 1 noborder
set label 12 'Reunification' at screen 0.92348, screen 0.74217 center font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set object 18 rectangle from screen 0.35848, screen 0.15181 to screen 0.41543, screen 0.72048 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set arrow 2 from screen 0.10217, screen 0.15181 to screen 0.95652, screen 0.15181 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 13 '0' at screen 0.08696, screen 0.15181 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.10217, screen 0.25818 to screen 0.95652, screen 0.25818 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 14 '100' at screen 0.08696, screen 0.25818 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 4 from screen 0.10217, screen 0.36455 to screen 0.95652, screen 0.36455 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 15 '200' at screen 0.08696, screen 0.36455 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.10217, screen 0.47093 to screen 0.95652, screen 0.47093 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 16 '300' at screen 0.08696, screen 0.47093 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 6 from screen 0.10217, screen 0.57730 to screen 0.95652, screen 0.57730 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 17 '400' at screen 0.08696, screen 0.57730 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 7 from screen 0.10217, screen 0.68368 to screen 0.95652, screen 0.68368 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 18 '500' at screen 0.08696, screen 0.68368 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 19 '1' at screen 0.11641, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 20 '5' at screen 0.23033, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 21 '10' at screen 0.37272, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 22 '15' at screen 0.51511, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 23 '20' at screen 0.65750, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 24 '25' at screen 0.79989, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 25 '30' at screen 0.94228, screen 0.12289 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 26 '174' at screen 0.48663, screen 0.35858 center font 'Noto Sans:Bold,11.0' textcolor rgb '#9ccdf3' noenhanced front
$BARS << END
1	172	4886470	0
2	160	4886470	0
3	74	4886470	0
4	58	4886470	0
5	160	4886470	0
6	156	4886470	1
7	148	4886470	0
8	155	4886470	0
9	154	4886470	0
12	157	4886470	0
13	165	4886470	0
14	174	10276339	0
15	150	4886470	0
16	147	4886470	0
17	78	4886470	0
18	77	4886470	0
19	149	4886470	0
20	161	4886470	2
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

12	408
13	495
14	452
15	420
16	426
17	210
18	169
19	372
20	466

END
set boxwidth 0.66 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $BARS using ($4==1?$1:NaN):2 with boxes linecolor rgb '#12181f', $BARS using ($4==1?$1:NaN):2 with boxes linecolor rgb '#4a8fc6' fillstyle transparent pattern 4 border linecolor rgb '#4a8fc6', $BARS using ($4==2?$1:NaN):2 with boxes fillcolor rgb '#1f3d57' fillstyle solid 1 border linecolor rgb '#4a8fc6', $PAGES using 1:2 with lines linewidth 2.2 linecolor rgb '#ff9a4d', $PAGES using 1:2 with points pointtype 7 pointsize 0.45 linecolor rgb '#ff9a4d'
unset output
