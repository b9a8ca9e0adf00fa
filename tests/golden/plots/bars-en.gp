set terminal pngcairo size 920,756 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'bars.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.81085 to screen 0.06739, screen 0.83995 front fillcolor rgb '#4a8fc6' fillstyle solid 1 noborder
set label 1 'A year before' at screen 0.08261, screen 0.82540 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.28435, screen 0.81085 to screen 0.31261, screen 0.83995 front fillcolor rgb '#1f3d57' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.28435, screen 0.81085 to screen 0.31261, screen 0.83995 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 2 'Not over yet' at screen 0.32783, screen 0.82540 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 4 rectangle from screen 0.51565, screen 0.81085 to screen 0.54391, screen 0.83995 front fillcolor rgb '#5d6d7c' fillstyle transparent pattern 4 noborder
set object 5 rectangle from screen 0.51565, screen 0.81085 to screen 0.54391, screen 0.83995 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 3 'Part of the log is missing' at screen 0.55913, screen 0.82540 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 4 'Thirteen months' at screen 0.03913, screen 0.94048 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 5 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.89021 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 6 'Source: web server logs; sample figures' at screen 0.03913, screen 0.03704 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.12500
set rmargin at screen 0.95652
set tmargin at screen 0.74339
set bmargin at screen 0.17196
set xrange [0.500:13.500]
set yrange [0.000:4447.440]
set arrow 1 from screen 0.12500, screen 0.17196 to screen 0.95652, screen 0.17196 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 7 '0' at screen 0.10978, screen 0.17196 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.12500, screen 0.30044 to screen 0.95652, screen 0.30044 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 8 '1,000' at screen 0.10978, screen 0.30044 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.12500, screen 0.42893 to screen 0.95652, screen 0.42893 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 9 '2,000' at screen 0.10978, screen 0.42893 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 4 from screen 0.12500, screen 0.55741 to screen 0.95652, screen 0.55741 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 10 '3,000' at screen 0.10978, screen 0.55741 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.12500, screen 0.68590 to screen 0.95652, screen 0.68590 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 11 '4,000' at screen 0.10978, screen 0.68590 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 12 'Apr' at screen 0.15698, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 13 '2020' at screen 0.15698, screen 0.09788 center font 'Noto Sans,10.0' textcolor rgb '#9fadba' noenhanced front
set label 14 'May' at screen 0.22094, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 15 'Jun' at screen 0.28491, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 16 'Jul' at screen 0.34887, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 17 'Aug' at screen 0.41283, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 18 '–' at screen 0.41283, screen 0.19577 center font 'Noto Sans,10.0' textcolor rgb '#9fadba' noenhanced front
set label 19 'Sep' at screen 0.47680, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 20 'Oct' at screen 0.54076, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 21 'Nov' at screen 0.60472, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 22 'Dec' at screen 0.66869, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 23 'Jan' at screen 0.73265, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 24 '2021' at screen 0.73265, screen 0.09788 center font 'Noto Sans,10.0' textcolor rgb '#9fadba' noenhanced front
set label 25 'Feb' at screen 0.79661, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 26 'Mar' at screen 0.86058, screen 0.13757 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 27 'Apr' at screen 0.92454, screen 0.13757 center font 'Noto Sans:Bold,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 28 '310' at screen 0.15698, screen 0.23560 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 29 '4,118' at screen 0.92454, screen 0.72487 center font 'Noto Sans:Bold,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 30 '420' at screen 0.22094, screen 0.24973 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 31 '560' at screen 0.28491, screen 0.26772 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 32 '610' at screen 0.34887, screen 0.27414 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 33 '720' at screen 0.47680, screen 0.28828 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 34 '905' at screen 0.54076, screen 0.31205 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 35 '1,010' at screen 0.60472, screen 0.32554 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 36 '1,420' at screen 0.73265, screen 0.37822 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 37 '1,120' at screen 0.79661, screen 0.33967 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 38 '2,905' at screen 0.86058, screen 0.56902 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
$BARS << END
1	310	4886470	0
2	420	6122876	0
3	560	6122876	0
4	610	6122876	0
6	720	6122876	0
7	905	6122876	0
8	1010	6122876	0
9	1180	6122876	0
10	1420	6122876	0
11	1120	6122876	1
12	2905	6122876	0
13	4118	10276339	2
END
set boxwidth 0.66 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $BARS using ($4==1?$1:NaN):2 with boxes linecolor rgb '#12181f', $BARS using ($4==1?$1:NaN):2:3 with boxes linecolor rgb variable fillstyle transparent pattern 4 border, $BARS using ($4==2?$1:NaN):2 with boxes fillcolor rgb '#1f3d57' fillstyle solid 1 border linecolor rgb '#9ccdf3'
unset output
