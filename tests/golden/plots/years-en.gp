set terminal pngcairo size 920,728 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'years.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.80357 to screen 0.06739, screen 0.83379 front fillcolor rgb '#1f3d57' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.03913, screen 0.80357 to screen 0.06739, screen 0.83379 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 1 'Not over yet' at screen 0.08261, screen 0.81868 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 2 'The last five years' at screen 0.03913, screen 0.93819 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 3 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.88599 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 4 'Source: web server logs; sample figures' at screen 0.03913, screen 0.03846 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.14022
set rmargin at screen 0.95652
set tmargin at screen 0.73352
set bmargin at screen 0.14011
set xrange [0.500:5.500]
set yrange [0.000:32508.000]
set arrow 1 from screen 0.14022, screen 0.14011 to screen 0.95652, screen 0.14011 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 5 '0' at screen 0.12500, screen 0.14011 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.14022, screen 0.32265 to screen 0.95652, screen 0.32265 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 6 '10,000' at screen 0.12500, screen 0.32265 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.14022, screen 0.50519 to screen 0.95652, screen 0.50519 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 7 '20,000' at screen 0.12500, screen 0.50519 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 4 from screen 0.14022, screen 0.68774 to screen 0.95652, screen 0.68774 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 8 '30,000' at screen 0.12500, screen 0.68774 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 9 '2017' at screen 0.22185, screen 0.10440 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 10 '2018' at screen 0.38511, screen 0.10440 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 11 '2019' at screen 0.54837, screen 0.10440 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 12 '2020' at screen 0.71163, screen 0.10440 center font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 13 '2021' at screen 0.87489, screen 0.10440 center font 'Noto Sans:Bold,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 14 '12,983' at screen 0.87489, screen 0.40183 center font 'Noto Sans:Bold,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 15 '1,210' at screen 0.22185, screen 0.18692 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 16 '9,800' at screen 0.38511, screen 0.34373 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 17 '18,760' at screen 0.54837, screen 0.50728 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 18 '30,100' at screen 0.71163, screen 0.71429 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
$BARS << END
1	1210	6122876	0
2	9800	6122876	0
3	18760	6122876	0
4	30100	6122876	0
5	12983	10276339	2
END
set boxwidth 0.66 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $BARS using ($4==2?$1:NaN):2 with boxes fillcolor rgb '#1f3d57' fillstyle solid 1 border linecolor rgb '#9ccdf3'
unset output
