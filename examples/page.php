<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Trang chủ</title>
<link rel="stylesheet" href="/thong-ke/visits.css">
<script src="/thong-ke/visits.js" defer></script>
</head>
<body>
<main>
<h1>Trang chủ</h1>
<?php
// Where the widget is to stand, once in a page. A file that is not there, or must not
// be read (open_basedir), leaves the page whole. readfile() prints: never include() it,
// which would run what is in it.
@readfile('/var/www/thong-ke/visits.html');
?>
</main>
</body>
</html>
