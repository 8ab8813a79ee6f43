@node "%~dp0code-host.mjs" %*
