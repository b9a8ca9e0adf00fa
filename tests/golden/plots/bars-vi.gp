set terminal svg size 924,296 dynamic noenhanced rounded font 'Noto Sans,12' name 'bars'
set output 'bars.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.95101 to screen 0.01623, screen 0.98818 front fillcolor rgb '#010707' fillstyle solid 1 noborder
set label 1 'Cùng kỳ năm trước' at screen 0.02381, screen 0.96959 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.15703, screen 0.95101 to screen 0.17110, screen 0.98818 front fillcolor rgb '#010907' fillstyle transparent pattern 4 noborder
set object 3 rectangle from screen 0.15703, screen 0.95101 to screen 0.17110, screen 0.98818 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 2 'Thiếu một phần nhật ký' at screen 0.17868, screen 0.96959 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.04491
set rmargin at screen 0.99567
set tmargin at screen 0.86486
set bmargin at screen 0.13514
set xrange [0.500:13.500]
set yrange [0.000:4447.440]
set arrow 1 from screen 0.04491, screen 0.13514 to screen 0.99567, screen 0.13514 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 3 '0' at screen 0.03734, screen 0.13514 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.04491, screen 0.29921 to screen 0.99567, screen 0.29921 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 4 '1.000' at screen 0.03734, screen 0.29921 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.04491, screen 0.46329 to screen 0.99567, screen 0.46329 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 5 '2.000' at screen 0.03734, screen 0.46329 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 4 from screen 0.04491, screen 0.62737 to screen 0.99567, screen 0.62737 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 6 '3.000' at screen 0.03734, screen 0.62737 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.04491, screen 0.79145 to screen 0.99567, screen 0.79145 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 7 '4.000' at screen 0.03734, screen 0.79145 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 8 'Th 4' at screen 0.08148, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 9 '2020' at screen 0.08148, screen 0.04054 center font 'Noto Sans,10.0' textcolor rgb '#010207' noenhanced front
set label 10 'Th 5' at screen 0.15462, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 11 'Th 6' at screen 0.22775, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 12 'Th 7' at screen 0.30089, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 13 'Th 8' at screen 0.37402, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 14 'Th 9' at screen 0.44716, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 15 'Th 10' at screen 0.52029, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 16 'Th 11' at screen 0.59343, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 17 'Th 12' at screen 0.66656, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 18 'Th 1' at screen 0.73970, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 19 '2021' at screen 0.73970, screen 0.04054 center font 'Noto Sans,10.0' textcolor rgb '#010207' noenhanced front
set label 20 'Th 2' at screen 0.81283, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 21 'Th 3' at screen 0.88597, screen 0.09122 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 22 'Th 4' at screen 0.95910, screen 0.09122 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010107' noenhanced front
set label 23 '310' at screen 0.08148, screen 0.21640 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 24 '4.118' at screen 0.95910, screen 0.84122 center font 'Noto Sans:Bold,11.0' textcolor rgb '#010107' noenhanced front
set label 25 '420' at screen 0.15462, screen 0.23445 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 26 '560' at screen 0.22775, screen 0.25742 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 27 '610' at screen 0.30089, screen 0.26563 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 28 '540' at screen 0.37402, screen 0.25414 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 29 '720' at screen 0.44716, screen 0.28368 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 30 '905' at screen 0.52029, screen 0.31403 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 31 '1.010' at screen 0.59343, screen 0.33126 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 32 '1.180' at screen 0.66656, screen 0.35915 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 33 '1.420' at screen 0.73970, screen 0.39853 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 34 '1.120' at screen 0.81283, screen 0.34931 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 35 '2.905' at screen 0.88597, screen 0.64219 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
$BARS << END
1	310	67335	0
2	420	67847	0
3	560	67847	0
4	610	67847	0
5	540	67847	0
6	720	67847	0
7	905	67847	0
8	1010	67847	0
9	1180	67847	0
10	1420	67847	0
11	1120	67847	1
12	2905	67847	0
13	4118	67591	0
END
$TIPS << END
1.000	2223.720	0.500	1.500	0.000	4447.440	172032
2.000	2223.720	1.500	2.500	0.000	4447.440	172033
3.000	2223.720	2.500	3.500	0.000	4447.440	172034
4.000	2223.720	3.500	4.500	0.000	4447.440	172035
5.000	2223.720	4.500	5.500	0.000	4447.440	172036
6.000	2223.720	5.500	6.500	0.000	4447.440	172037
7.000	2223.720	6.500	7.500	0.000	4447.440	172038
8.000	2223.720	7.500	8.500	0.000	4447.440	172039
9.000	2223.720	8.500	9.500	0.000	4447.440	172040
10.000	2223.720	9.500	10.500	0.000	4447.440	172041
11.000	2223.720	10.500	11.500	0.000	4447.440	172042
12.000	2223.720	11.500	12.500	0.000	4447.440	172043
13.000	2223.720	12.500	13.500	0.000	4447.440	172044
END
set boxwidth 0.66 absolute
plot $BARS using 1:2:3 with boxes linecolor rgb variable, $BARS using ($4==1?$1:NaN):2 with boxes linecolor rgb '#010007', $BARS using ($4==1?$1:NaN):2:3 with boxes linecolor rgb variable fillstyle transparent pattern 4 border, $TIPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent solid 0 noborder
unset output
