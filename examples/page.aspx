<%@ Page Language="C#" ResponseEncoding="utf-8" %>
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
<%
// Where the widget is to stand, once in a page. The folder is a virtual directory of
// the site, "thong-ke"; a file that is not there leaves the page whole. "true": it is read
// here and now, not when the page is sent, by when it may have been replaced.
string widget = Server.MapPath("/thong-ke/visits.html");
if (System.IO.File.Exists(widget))
    Response.WriteFile(widget, true);
%>
</main>
</body>
</html>
