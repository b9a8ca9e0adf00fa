set terminal pngcairo size 920,1312 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'ranks.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.89101 to screen 0.06739, screen 0.90777 front fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.03913, screen 0.89101 to screen 0.06739, screen 0.90777 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 1 'Units that were ranked' at screen 0.08261, screen 0.89939 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 2 'Ranks over the years' at screen 0.03913, screen 0.96570 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 3 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.93674 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 4 'Source: web server logs; sample figures' at screen 0.03913, screen 0.02134 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.00000
set rmargin at screen 1.00000
set tmargin at screen 0.87652
set bmargin at screen 0.04116
set label 5 'Cải cách hành chính' at screen 0.03913, screen 0.86433 left font 'Noto Sans:Bold,13.0' textcolor rgb '#9ccdf3' noenhanced front
set arrow 1 from screen 0.09130, screen 0.80753 to screen 0.56043, screen 0.80753 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 6 '1' at screen 0.07826, screen 0.80753 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.09130, screen 0.51869 to screen 0.56043, screen 0.51869 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 7 '19' at screen 0.07826, screen 0.51869 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.09130, screen 0.66311 to screen 0.56043, screen 0.66311 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 8 '10' at screen 0.07826, screen 0.66311 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 3 rectangle from screen 0.11945, screen 0.51067 to screen 0.15698, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 9 '2016' at screen 0.13822, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 10 '13/19' at screen 0.13822, screen 0.59211 center font 'Noto Sans:Bold,12.5' textcolor rgb '#9ccdf3' noenhanced front
set object 4 rectangle from screen 0.21328, screen 0.51067 to screen 0.25081, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 11 '2017' at screen 0.23204, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 12 '12/19' at screen 0.23204, screen 0.65388 center font 'Noto Sans:Bold,12.5' textcolor rgb '#9ccdf3' noenhanced front
set object 5 rectangle from screen 0.30710, screen 0.51067 to screen 0.34463, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 13 '2018' at screen 0.32587, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 14 '14/19' at screen 0.32587, screen 0.57606 center font 'Noto Sans:Bold,12.5' textcolor rgb '#9ccdf3' noenhanced front
set object 6 rectangle from screen 0.40093, screen 0.51067 to screen 0.43846, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 15 '2019' at screen 0.41970, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 16 '8/19' at screen 0.40230, screen 0.70892 right font 'Noto Sans:Bold,12.5' textcolor rgb '#9ccdf3' noenhanced front
set object 7 rectangle from screen 0.49476, screen 0.51067 to screen 0.53229, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 17 '2020' at screen 0.51352, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 18 '6/19' at screen 0.51352, screen 0.75016 center font 'Noto Sans:Bold,12.5' textcolor rgb '#9ccdf3' noenhanced front
$R0 << END
63.580	252.579
106.740	242.053
149.900	263.105
193.060	199.947
236.220	178.895
END
set label 19 'Chính quyền điện tử' at screen 0.63000, screen 0.86433 left font 'Noto Sans:Bold,13.0' textcolor rgb '#ff9a4d' noenhanced front
set arrow 4 from screen 0.68217, screen 0.80892 to screen 0.93478, screen 0.80892 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 20 '1' at screen 0.66913, screen 0.80892 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.68217, screen 0.51730 to screen 0.93478, screen 0.51730 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 21 '23' at screen 0.66913, screen 0.51730 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 6 from screen 0.68217, screen 0.68962 to screen 0.93478, screen 0.68962 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 22 '10' at screen 0.66913, screen 0.68962 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 7 from screen 0.68217, screen 0.55707 to screen 0.93478, screen 0.55707 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 23 '20' at screen 0.66913, screen 0.55707 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 8 rectangle from screen 0.72007, screen 0.51067 to screen 0.77059, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 24 '2019' at screen 0.74533, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 25 '14/23' at screen 0.74533, screen 0.61373 center font 'Noto Sans:Bold,12.5' textcolor rgb '#ff9a4d' noenhanced front
set object 9 rectangle from screen 0.84637, screen 0.51067 to screen 0.89689, screen 0.81555 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 26 '2020' at screen 0.87163, screen 0.49085 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 27 '5/23' at screen 0.87163, screen 0.77876 center font 'Noto Sans:Bold,12.5' textcolor rgb '#ff9a4d' noenhanced front
$R1 << END
342.850	238.391
400.950	160.130
END
set label 28 'Năng lực cạnh tranh (DDCI)' at screen 0.03913, screen 0.44665 left font 'Noto Sans:Bold,13.0' textcolor rgb '#4fd1a5' noenhanced front
set arrow 8 from screen 0.09130, screen 0.39338 to screen 0.45217, screen 0.39338 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 29 '1' at screen 0.07826, screen 0.39338 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 9 from screen 0.09130, screen 0.09747 to screen 0.45217, screen 0.09747 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 30 '34' at screen 0.07826, screen 0.09747 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 10 from screen 0.09130, screen 0.22301 to screen 0.45217, screen 0.22301 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 31 '20' at screen 0.07826, screen 0.22301 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 10 rectangle from screen 0.12739, screen 0.09299 to screen 0.17551, screen 0.39787 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 32 '2018' at screen 0.15145, screen 0.07317 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 33 '33/34' at screen 0.13406, screen 0.12016 right font 'Noto Sans:Bold,12.5' textcolor rgb '#4fd1a5' noenhanced front
set object 11 rectangle from screen 0.24768, screen 0.09299 to screen 0.29580, screen 0.39787 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 34 '2019' at screen 0.27174, screen 0.07317 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 35 '23/34' at screen 0.25435, screen 0.20983 right font 'Noto Sans:Bold,12.5' textcolor rgb '#4fd1a5' noenhanced front
set object 12 rectangle from screen 0.36797, screen 0.19162 to screen 0.41609, screen 0.39787 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 36 '2020' at screen 0.39203, screen 0.07317 center font 'Noto Sans,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 37 '6/23' at screen 0.39203, screen 0.37141 center font 'Noto Sans:Bold,12.5' textcolor rgb '#4fd1a5' noenhanced front
$R2 << END
69.667	586.176
125.000	527.353
180.333	427.353
END
set lmargin at screen 0.00000
set rmargin at screen 1.00000
set tmargin at screen 1.00000
set bmargin at screen 0.00000
set xrange [0.000:460.000]
set yrange [656.000:0.000]
plot $R0 using 1:2 with lines linewidth 2.6 linecolor rgb '#9ccdf3', $R0 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#12181f', $R0 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#9ccdf3', $R1 using 1:2 with lines linewidth 2.6 linecolor rgb '#ff9a4d', $R1 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#12181f', $R1 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#ff9a4d', $R2 using 1:2 with lines linewidth 2.6 linecolor rgb '#4fd1a5', $R2 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#12181f', $R2 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#4fd1a5'
unset output
