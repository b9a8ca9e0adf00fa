set terminal pngcairo size 920,830 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'rows.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set label 1 'Most seen sections' at screen 0.03913, screen 0.94578 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 2 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.90000 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 3 'Source: web server logs; sample figures' at screen 0.03913, screen 0.03373 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.41870
set rmargin at screen 0.73283
set tmargin at screen 0.82169
set bmargin at screen 0.06988
set xrange [0.000:1213.000]
set yrange [11.500:-0.500]
set label 4 'count' at screen 0.84587, screen 0.84096 right font 'Noto Sans,10.0' textcolor rgb '#9fadba' noenhanced front
set label 5 'share' at screen 0.96087, screen 0.84096 right font 'Noto Sans,10.0' textcolor rgb '#9fadba' noenhanced front
set label 6 'Tin tức – sự kiện' at screen 0.39913, screen 0.79036 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 7 '1,213' at screen 0.84587, screen 0.79036 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 8 '29.4%' at screen 0.96087, screen 0.79036 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 1 rectangle from screen 0.41870, screen 0.77031 to screen 0.73283, screen 0.81041 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 9 'Văn bản chỉ đạo điều hành' at screen 0.39913, screen 0.72771 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 10 '871' at screen 0.84587, screen 0.72771 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 11 '21.1%' at screen 0.96087, screen 0.72771 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.41870, screen 0.70766 to screen 0.73283, screen 0.74776 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 12 'Thủ tục hành chính' at screen 0.39913, screen 0.66506 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 13 '702' at screen 0.84587, screen 0.66506 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 14 '17.0%' at screen 0.96087, screen 0.66506 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 3 rectangle from screen 0.41870, screen 0.64501 to screen 0.73283, screen 0.68511 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 15 'Trang chủ' at screen 0.39913, screen 0.60241 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 16 '655' at screen 0.84587, screen 0.60241 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 17 '15.9%' at screen 0.96087, screen 0.60241 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 4 rectangle from screen 0.41870, screen 0.58236 to screen 0.73283, screen 0.62246 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 18 'Nghiên cứu khoa học' at screen 0.39913, screen 0.53976 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 19 '421' at screen 0.84587, screen 0.53976 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 20 '10.2%' at screen 0.96087, screen 0.53976 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 5 rectangle from screen 0.41870, screen 0.51971 to screen 0.73283, screen 0.55981 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 21 'Lịch công tác của lãnh đạ…' at screen 0.39913, screen 0.47711 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 22 '318' at screen 0.84587, screen 0.47711 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 23 '7.7%' at screen 0.96087, screen 0.47711 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 6 rectangle from screen 0.41870, screen 0.45706 to screen 0.73283, screen 0.49716 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 24 'Tra cứu' at screen 0.39913, screen 0.41446 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 25 '204' at screen 0.84587, screen 0.41446 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 26 '4.9%' at screen 0.96087, screen 0.41446 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 7 rectangle from screen 0.41870, screen 0.39441 to screen 0.73283, screen 0.43451 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 27 'Thư viện số' at screen 0.39913, screen 0.35181 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 28 '151' at screen 0.84587, screen 0.35181 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 29 '3.6%' at screen 0.96087, screen 0.35181 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 8 rectangle from screen 0.41870, screen 0.33176 to screen 0.73283, screen 0.37186 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 30 'Hỏi – đáp' at screen 0.39913, screen 0.28916 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 31 '88' at screen 0.84587, screen 0.28916 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 32 '2.1%' at screen 0.96087, screen 0.28916 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 9 rectangle from screen 0.41870, screen 0.26911 to screen 0.73283, screen 0.30920 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 33 'Nông lịch' at screen 0.39913, screen 0.22651 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 34 '61' at screen 0.84587, screen 0.22651 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 35 '1.4%' at screen 0.96087, screen 0.22651 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 10 rectangle from screen 0.41870, screen 0.20646 to screen 0.73283, screen 0.24655 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 36 '???????' at screen 0.39913, screen 0.16386 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 37 '12' at screen 0.84587, screen 0.16386 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 38 '0.2%' at screen 0.96087, screen 0.16386 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 11 rectangle from screen 0.41870, screen 0.14381 to screen 0.73283, screen 0.18390 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set label 39 '?? ??? ???' at screen 0.39913, screen 0.10120 right font 'Noto Sans,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 40 '1' at screen 0.84587, screen 0.10120 right font 'Noto Sans:Bold,12.0' textcolor rgb '#e8edf2' noenhanced front
set label 41 '<0.1%' at screen 0.96087, screen 0.10120 right font 'Noto Sans,11.5' textcolor rgb '#9fadba' noenhanced front
set object 12 rectangle from screen 0.41870, screen 0.08116 to screen 0.73283, screen 0.12125 behind fillcolor rgb '#1d2731' fillstyle solid 1 noborder
$BARS << END
606.500	0.000	0.000	1213.000	-0.320	0.320	4886470
435.500	1.000	0.000	871.000	0.680	1.320	4886470
351.000	2.000	0.000	702.000	1.680	2.320	4886470
327.500	3.000	0.000	655.000	2.680	3.320	4886470
210.500	4.000	0.000	421.000	3.680	4.320	4886470
159.000	5.000	0.000	318.000	4.680	5.320	4886470
102.000	6.000	0.000	204.000	5.680	6.320	4886470
75.500	7.000	0.000	151.000	6.680	7.320	4886470
44.000	8.000	0.000	88.000	7.680	8.320	4886470
30.500	9.000	0.000	61.000	8.680	9.320	4886470
6.000	10.000	0.000	12.000	9.680	10.320	4886470
4.197	11.000	0.000	8.394	10.680	11.320	4886470
END
plot $BARS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
