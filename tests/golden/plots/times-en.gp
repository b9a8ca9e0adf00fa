set terminal pngcairo size 920,684 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'times.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set arrow 1 from screen 0.03696, screen 0.80702 to screen 0.07174, screen 0.80702 nohead linewidth 2.4 linecolor rgb '#9ccdf3' front
set label 1 'Median' at screen 0.08261, screen 0.80702 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.20674, screen 0.80702 to screen 0.24152, screen 0.80702 nohead linewidth 2.4 linecolor rgb '#4fd1a5' front
set label 2 '95% are faster' at screen 0.25239, screen 0.80702 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.46652, screen 0.80702 to screen 0.50130, screen 0.80702 nohead linewidth 2.4 linecolor rgb '#ff9a4d' dashtype (8,6) front
set label 3 '99% are faster' at screen 0.51217, screen 0.80702 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 1 rectangle from screen 0.72848, screen 0.79094 to screen 0.75674, screen 0.82310 front fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 2 rectangle from screen 0.72848, screen 0.79094 to screen 0.75674, screen 0.82310 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 4 'No figures' at screen 0.77196, screen 0.80702 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 5 'Response times' at screen 0.03913, screen 0.93421 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 6 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.87865 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 7 'Source: web server logs; sample figures' at screen 0.03913, screen 0.04094 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.14783
set rmargin at screen 0.91717
set tmargin at screen 0.73977
set bmargin at screen 0.18421
set xrange [0.500:30.500]
set yrange [10000.000:4863352.000]
set object 3 rectangle from screen 0.37863, screen 0.18421 to screen 0.40428, screen 0.73977 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 4 rectangle from screen 0.40428, screen 0.18421 to screen 0.42992, screen 0.73977 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set arrow 4 from screen 0.14783, screen 0.18421 to screen 0.91717, screen 0.18421 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 8 '10 ms' at screen 0.13261, screen 0.18421 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.14783, screen 0.24645 to screen 0.91717, screen 0.24645 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 9 '20 ms' at screen 0.13261, screen 0.24645 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 6 from screen 0.14783, screen 0.32873 to screen 0.91717, screen 0.32873 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 10 '50 ms' at screen 0.13261, screen 0.32873 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 7 from screen 0.14783, screen 0.39097 to screen 0.91717, screen 0.39097 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 11 '100 ms' at screen 0.13261, screen 0.39097 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 8 from screen 0.14783, screen 0.45321 to screen 0.91717, screen 0.45321 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 12 '200 ms' at screen 0.13261, screen 0.45321 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 9 from screen 0.14783, screen 0.53549 to screen 0.91717, screen 0.53549 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 13 '500 ms' at screen 0.13261, screen 0.53549 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 10 from screen 0.14783, screen 0.59773 to screen 0.91717, screen 0.59773 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 14 '1 s' at screen 0.13261, screen 0.59773 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 11 from screen 0.14783, screen 0.65998 to screen 0.91717, screen 0.65998 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 15 '2 s' at screen 0.13261, screen 0.65998 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 12 from screen 0.14783, screen 0.69638 to screen 0.91717, screen 0.69638 nohead linewidth 1.2 linecolor rgb '#9fadba' dashtype (8,6) back
set label 16 '3 s' at screen 0.92804, screen 0.69638 left font 'Noto Sans:Bold,11.0' textcolor rgb '#9fadba' noenhanced front
set label 17 '1' at screen 0.16065, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 18 '5' at screen 0.26323, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 19 '10' at screen 0.39145, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 20 '15' at screen 0.51968, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 21 '20' at screen 0.64790, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 22 '25' at screen 0.77613, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 23 '30' at screen 0.90435, screen 0.14912 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
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


12	46579
13	47823
14	46453
15	52045
16	49579
17	47368
18	44015
19	41039
20	44767










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


12	622133
13	663185
14	426365
15	438581
16	637097
17	664920
18	489972
19	600915
20	714317










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


12	3344755
13	1752765
14	3336343
15	2390425
16	1512454
17	3711779
18	2111270
19	2077157
20	3070336










END
set logscale y 10
plot $P99 using 1:2 with lines linewidth 1.6 dashtype (8,6) linecolor rgb '#ff9a4d', $P99 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#ff9a4d', $P95 using 1:2 with lines linewidth 1.6 linecolor rgb '#4fd1a5', $P95 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#4fd1a5', $P50 using 1:2 with lines linewidth 2.6 linecolor rgb '#9ccdf3', $P50 using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '#9ccdf3'
unset output
