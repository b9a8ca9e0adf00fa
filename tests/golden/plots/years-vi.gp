set terminal svg size 924,282 dynamic noenhanced rounded font 'Noto Sans,12' name 'years'
set output 'years.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.94858 to screen 0.01623, screen 0.98759 front fillcolor rgb '#010d07' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.00216, screen 0.94858 to screen 0.01623, screen 0.98759 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 1 'Chưa kết thúc' at screen 0.02381, screen 0.96809 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.05249
set rmargin at screen 0.99567
set tmargin at screen 0.85816
set bmargin at screen 0.09220
set xrange [0.500:5.500]
set yrange [0.000:32508.000]
set arrow 1 from screen 0.05249, screen 0.09220 to screen 0.99567, screen 0.09220 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 2 '0' at screen 0.04491, screen 0.09220 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.05249, screen 0.32782 to screen 0.99567, screen 0.32782 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 3 '10.000' at screen 0.04491, screen 0.32782 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.05249, screen 0.56344 to screen 0.99567, screen 0.56344 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 4 '20.000' at screen 0.04491, screen 0.56344 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 4 from screen 0.05249, screen 0.79906 to screen 0.99567, screen 0.79906 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 5 '30.000' at screen 0.04491, screen 0.79906 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 6 '2017' at screen 0.14681, screen 0.04610 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 7 '2018' at screen 0.33544, screen 0.04610 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 8 '2019' at screen 0.52408, screen 0.04610 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 9 '2020' at screen 0.71272, screen 0.04610 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 10 '2021' at screen 0.90135, screen 0.04610 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010107' noenhanced front
set label 11 '12.983' at screen 0.90135, screen 0.43002 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010107' noenhanced front
set label 12 '1.210' at screen 0.14681, screen 0.15262 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 13 '9.800' at screen 0.33544, screen 0.35502 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 14 '18.760' at screen 0.52408, screen 0.56614 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 15 '30.100' at screen 0.71272, screen 0.83333 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
$BARS << END
1	1210	67847	0
2	9800	67847	0
3	18760	67847	0
4	30100	67847	0
5	12983	67591	2
END
$TIPS << END
1.000	16254.000	0.500	1.500	0.000	32508.000	172032
2.000	16254.000	1.500	2.500	0.000	32508.000	172033
3.000	16254.000	2.500	3.500	0.000	32508.000	172034
4.000	16254.000	3.500	4.500	0.000	32508.000	172035
5.000	16254.000	4.500	5.500	0.000	32508.000	172036
END
set boxwidth 0.41 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $BARS using ($4==2?$1:NaN):2 with boxes fillcolor rgb '#010d07' fillstyle solid 1 border linecolor rgb '#010807', $TIPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent solid 0 noborder
unset output
