set terminal svg size 924,333 dynamic noenhanced rounded font 'Noto Sans,12' name 'rows'
set output 'rows.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set lmargin at screen 0.31190
set rmargin at screen 0.88030
set tmargin at screen 0.94895
set bmargin at screen 0.01201
set xrange [0.000:1213.000]
set yrange [11.500:-0.500]
set label 1 'số lượt' at screen 0.93658, screen 0.97297 right font 'Noto Sans,10.0' textcolor rgb '#010207' noenhanced front
set label 2 'tỷ lệ' at screen 0.99784, screen 0.97297 right font 'Noto Sans,10.0' textcolor rgb '#010207' noenhanced front
set label 3 'Tin tức – sự kiện' at screen 0.30216, screen 0.90991 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 4 '1.213' at screen 0.93658, screen 0.90991 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 5 '29,4 %' at screen 0.99784, screen 0.90991 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 1 rectangle from screen 0.31190, screen 0.88492 to screen 0.88030, screen 0.93489 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 6 'Văn bản chỉ đạo điều hành' at screen 0.30216, screen 0.83183 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 7 '871' at screen 0.93658, screen 0.83183 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 8 '21,1 %' at screen 0.99784, screen 0.83183 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.31190, screen 0.80685 to screen 0.88030, screen 0.85682 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 9 'Thủ tục hành chính' at screen 0.30216, screen 0.75375 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 10 '702' at screen 0.93658, screen 0.75375 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 11 '17,0 %' at screen 0.99784, screen 0.75375 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 3 rectangle from screen 0.31190, screen 0.72877 to screen 0.88030, screen 0.77874 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 12 'Trang chủ' at screen 0.30216, screen 0.67568 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 13 '655' at screen 0.93658, screen 0.67568 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 14 '15,9 %' at screen 0.99784, screen 0.67568 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 4 rectangle from screen 0.31190, screen 0.65069 to screen 0.88030, screen 0.70066 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 15 'Nghiên cứu khoa học' at screen 0.30216, screen 0.59760 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 16 '421' at screen 0.93658, screen 0.59760 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 17 '10,2 %' at screen 0.99784, screen 0.59760 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 5 rectangle from screen 0.31190, screen 0.57261 to screen 0.88030, screen 0.62258 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 18 'Lịch công tác của lãnh đạo Sở Khoa học và…' at screen 0.30216, screen 0.51952 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 19 '318' at screen 0.93658, screen 0.51952 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 20 '7,7 %' at screen 0.99784, screen 0.51952 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 6 rectangle from screen 0.31190, screen 0.49453 to screen 0.88030, screen 0.54450 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 21 'Tra cứu' at screen 0.30216, screen 0.44144 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 22 '204' at screen 0.93658, screen 0.44144 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 23 '4,9 %' at screen 0.99784, screen 0.44144 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 7 rectangle from screen 0.31190, screen 0.41646 to screen 0.88030, screen 0.46643 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 24 'Thư viện số' at screen 0.30216, screen 0.36336 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 25 '151' at screen 0.93658, screen 0.36336 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 26 '3,6 %' at screen 0.99784, screen 0.36336 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 8 rectangle from screen 0.31190, screen 0.33838 to screen 0.88030, screen 0.38835 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 27 'Hỏi – đáp' at screen 0.30216, screen 0.28529 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 28 '88' at screen 0.93658, screen 0.28529 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 29 '2,1 %' at screen 0.99784, screen 0.28529 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 9 rectangle from screen 0.31190, screen 0.26030 to screen 0.88030, screen 0.31027 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 30 'Nông lịch' at screen 0.30216, screen 0.20721 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 31 '61' at screen 0.93658, screen 0.20721 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 32 '1,4 %' at screen 0.99784, screen 0.20721 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 10 rectangle from screen 0.31190, screen 0.18222 to screen 0.88030, screen 0.23219 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 33 'العربية' at screen 0.30216, screen 0.12913 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 34 '12' at screen 0.93658, screen 0.12913 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 35 '0,2 %' at screen 0.99784, screen 0.12913 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 11 rectangle from screen 0.31190, screen 0.10414 to screen 0.88030, screen 0.15411 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 36 '🏛️ 한국어 日本語' at screen 0.30216, screen 0.05105 right font 'Noto Sans,12.0' textcolor rgb '#010107' noenhanced front
set label 37 '1' at screen 0.93658, screen 0.05105 right font 'Noto Sans:Bold,12.0' textcolor rgb '#010107' noenhanced front
set label 38 '<0,1 %' at screen 0.99784, screen 0.05105 right font 'Noto Sans,11.5' textcolor rgb '#010207' noenhanced front
set object 12 rectangle from screen 0.31190, screen 0.02607 to screen 0.88030, screen 0.07604 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
$BARS << END
606.500	0.000	0.000	1213.000	-0.320	0.320	145408
435.500	1.000	0.000	871.000	0.680	1.320	145409
351.000	2.000	0.000	702.000	1.680	2.320	145410
327.500	3.000	0.000	655.000	2.680	3.320	145411
210.500	4.000	0.000	421.000	3.680	4.320	145412
159.000	5.000	0.000	318.000	4.680	5.320	145413
102.000	6.000	0.000	204.000	5.680	6.320	145414
75.500	7.000	0.000	151.000	6.680	7.320	145415
44.000	8.000	0.000	88.000	7.680	8.320	145416
30.500	9.000	0.000	61.000	8.680	9.320	145417
6.000	10.000	0.000	12.000	9.680	10.320	145418
1.155	11.000	0.000	2.310	10.680	11.320	145419
END
plot $BARS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
