/* SPDX-License-Identifier: MIT */
/* aspx FOLDER PAGE -- what ASP.NET answers to a request for FOLDER/PAGE, by Mono's
 * System.Web and without a server.  The program itself must lie in FOLDER/bin too, as that
 * is where ASP.NET looks for it. */
using System;
using System.IO;
using System.Web;
using System.Web.Hosting;
using Microsoft.Win32.SafeHandles;

public class Host : MarshalByRefObject
{
	public byte[] Answer(string page)
	{
		var request = new Request(page);

		HttpRuntime.ProcessRequest(request);
		return request.Body.ToArray();
	}

	public static void Main(string[] args)
	{
		var host = (Host)ApplicationHost.CreateApplicationHost(
		    typeof(Host), "/", args[0]);
		var body = host.Answer(args[1]);

		Console.OpenStandardOutput().Write(body, 0, body.Length);
	}
}

public class Request : SimpleWorkerRequest
{
	public MemoryStream Body = new MemoryStream();

	public Request(string page) : base(page, "", new StringWriter())
	{
	}

	public override void SendResponseFromMemory(byte[] data, int length)
	{
		Body.Write(data, 0, length);
	}

	public override void SendResponseFromFile(string path, long from,
	    long length)
	{
		Body.Write(File.ReadAllBytes(path), (int)from, (int)length);
	}

	public override void SendResponseFromFile(IntPtr file, long from,
	    long length)
	{
		var data = new byte[length];
		var stream = new FileStream(new SafeFileHandle(file, false),
		    FileAccess.Read);

		stream.Seek(from, SeekOrigin.Begin);
		Body.Write(data, 0, stream.Read(data, 0, data.Length));
	}
}
