set terminal svg size 924,226 dynamic noenhanced rounded font 'Noto Sans,12' name 'strip'
set output 'strip.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.93584 to screen 0.01623, screen 0.98451 front fillcolor rgb '#010f07' fillstyle solid 1 noborder
set label 1 'Có phục vụ' at screen 0.02381, screen 0.96018 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.11028, screen 0.93584 to screen 0.12435, screen 0.98451 front fillcolor rgb '#011007' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.11028, screen 0.93584 to screen 0.12435, screen 0.98451 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 2 'Không có yêu cầu' at screen 0.13193, screen 0.96018 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 4 rectangle from screen 0.25768, screen 0.93584 to screen 0.27175, screen 0.98451 front fillcolor rgb '#011107' fillstyle solid 1 noborder
set label 3 'Có lỗi máy chủ' at screen 0.27933, screen 0.96018 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 5 rectangle from screen 0.38734, screen 0.93584 to screen 0.40141, screen 0.98451 front fillcolor rgb '#011207' fillstyle solid 1 noborder
set label 4 'Ngừng hoạt động' at screen 0.40898, screen 0.96018 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 6 rectangle from screen 0.53193, screen 0.93584 to screen 0.54600, screen 0.98451 front fillcolor rgb '#011307' fillstyle transparent pattern 5 noborder
set object 7 rectangle from screen 0.53193, screen 0.93584 to screen 0.54600, screen 0.98451 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 5 'Thiếu nhật ký' at screen 0.55357, screen 0.96018 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.05195
set rmargin at screen 0.99567
set tmargin at screen 0.85841
set bmargin at screen 0.16814
set xrange [0.500:30.500]
set yrange [24.000:0.000]
set label 6 '0 giờ' at screen 0.04545, screen 0.85841 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 7 '6 giờ' at screen 0.04545, screen 0.68584 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 8 '12 giờ' at screen 0.04545, screen 0.51327 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 9 '18 giờ' at screen 0.04545, screen 0.34071 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 10 '24 giờ' at screen 0.04545, screen 0.16814 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 11 '1' at screen 0.06768, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 12 'T5' at screen 0.06768, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 13 '2' at screen 0.09913, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 14 'T6' at screen 0.09913, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 15 '3' at screen 0.13059, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 16 'T7' at screen 0.13059, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 17 '4' at screen 0.16205, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 18 'CN' at screen 0.16205, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 19 '5' at screen 0.19351, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 20 'T2' at screen 0.19351, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 21 '6' at screen 0.22496, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 22 'T3' at screen 0.22496, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 23 '7' at screen 0.25642, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 24 'T4' at screen 0.25642, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 25 '8' at screen 0.28788, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 26 'T5' at screen 0.28788, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 27 '9' at screen 0.31934, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 28 'T6' at screen 0.31934, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 29 '10' at screen 0.35079, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 30 'T7' at screen 0.35079, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 31 '11' at screen 0.38225, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 32 'CN' at screen 0.38225, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 33 '12' at screen 0.41371, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 34 'T2' at screen 0.41371, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 35 '13' at screen 0.44517, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 36 'T3' at screen 0.44517, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 37 '14' at screen 0.47662, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 38 'T4' at screen 0.47662, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 39 '15' at screen 0.50808, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 40 'T5' at screen 0.50808, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 41 '16' at screen 0.53954, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 42 'T6' at screen 0.53954, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 43 '17' at screen 0.57100, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 44 'T7' at screen 0.57100, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 45 '18' at screen 0.60245, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 46 'CN' at screen 0.60245, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 47 '19' at screen 0.63391, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 48 'T2' at screen 0.63391, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 49 '20' at screen 0.66537, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 50 'T3' at screen 0.66537, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 51 '21' at screen 0.69683, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 52 'T4' at screen 0.69683, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 53 '22' at screen 0.72828, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 54 'T5' at screen 0.72828, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 55 '23' at screen 0.75974, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 56 'T6' at screen 0.75974, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 57 '24' at screen 0.79120, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 58 'T7' at screen 0.79120, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 59 '25' at screen 0.82266, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 60 'CN' at screen 0.82266, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 61 '26' at screen 0.85411, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 62 'T2' at screen 0.85411, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 63 '27' at screen 0.88557, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 64 'T3' at screen 0.88557, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 65 '28' at screen 0.91703, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 66 'T4' at screen 0.91703, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 67 '29' at screen 0.94848, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 68 'T5' at screen 0.94848, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 69 '30' at screen 0.97994, screen 0.11504 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 70 'T6' at screen 0.97994, screen 0.04867 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
$RUNS << END
1.000	1.500	0.550	1.450	0.000	3.000	161792
1.000	3.500	0.550	1.450	3.000	4.000	163841
1.000	14.000	0.550	1.450	4.000	24.000	161794
2.000	12.000	1.550	2.450	0.000	24.000	161795
3.000	12.000	2.550	3.450	0.000	24.000	161796
4.000	12.000	3.550	4.450	0.000	24.000	161797
5.000	12.000	4.550	5.450	0.000	24.000	161798
6.000	15.000	5.550	6.450	6.000	24.000	161799
7.000	12.000	6.550	7.450	0.000	24.000	161800
8.000	12.000	7.550	8.450	0.000	24.000	161801
9.000	0.500	8.550	9.450	0.000	1.000	163850
9.000	11.500	8.550	9.450	1.000	22.000	161803
9.000	22.500	8.550	9.450	22.000	23.000	165900
9.000	23.500	8.550	9.450	23.000	24.000	161805
10.000	12.000	9.550	10.450	0.000	24.000	161806
11.000	12.000	10.550	11.450	0.000	24.000	161807
12.000	12.000	11.550	12.450	0.000	24.000	161808
13.000	12.000	12.550	13.450	0.000	24.000	161809
14.000	12.000	13.550	14.450	0.000	24.000	161810
15.000	12.000	14.550	15.450	0.000	24.000	161811
16.000	2.000	15.550	16.450	0.000	4.000	161812
16.000	4.500	15.550	16.450	4.000	5.000	163861
16.000	14.500	15.550	16.450	5.000	24.000	161814
17.000	12.000	16.550	17.450	0.000	24.000	161815
18.000	1.000	17.550	18.450	0.000	2.000	161816
18.000	5.500	17.550	18.450	2.000	9.000	167961
18.000	9.500	17.550	18.450	9.000	10.000	165914
18.000	17.000	17.550	18.450	10.000	24.000	161819
19.000	12.000	18.550	19.450	0.000	24.000	161820
20.000	12.000	19.550	20.450	0.000	24.000	161821
21.000	12.000	20.550	21.450	0.000	24.000	161822
22.000	12.000	21.550	22.450	0.000	24.000	161823
23.000	12.000	22.550	23.450	0.000	24.000	161824
24.000	0.500	23.550	24.450	0.000	1.000	161825
24.000	1.500	23.550	24.450	1.000	2.000	163874
24.000	13.000	23.550	24.450	2.000	24.000	161827
25.000	12.000	24.550	25.450	0.000	24.000	161828
26.000	12.000	25.550	26.450	0.000	24.000	161829
27.000	7.500	26.550	27.450	0.000	15.000	161830
27.000	16.000	26.550	27.450	15.000	17.000	165927
27.000	20.500	26.550	27.450	17.000	24.000	161832
28.000	12.000	27.550	28.450	0.000	24.000	161833
29.000	12.000	28.550	29.450	0.000	24.000	161834
30.000	12.000	29.550	30.450	0.000	24.000	161835
END
$GAPS << END
6.000	3.000	5.550	6.450	0.000	6.000	170028
END
plot $RUNS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable, $GAPS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable fillstyle transparent pattern 5 border linecolor rgb '#011307'
unset output
