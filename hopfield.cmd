@echo off
rem Runs the simulator: hopfield --help. Builds it first (Release) when it has not been built or a source is newer than the last build.
setlocal
set "HOPFIELD_HERE=%~dp0"
set "HOPFIELD_PROGRAM=%~dp0src\Cli\bin\Release\net10.0\hopfield-cli.dll"
set "HOPFIELD_STAMP=%~dp0src\Cli\obj\hopfield.stamp"

where dotnet >nul 2>nul
if errorlevel 1 (
    echo hopfield: the .NET 10 SDK is needed: https://dotnet.microsoft.com/download 1>&2
    exit /b 127
)

if not exist "%HOPFIELD_PROGRAM%" goto build
if not exist "%HOPFIELD_STAMP%" goto build
powershell -NoProfile -ExecutionPolicy Bypass -Command "$t = (Get-Item -LiteralPath $env:HOPFIELD_STAMP).LastWriteTimeUtc; $h = $env:HOPFIELD_HERE; $f = @(Get-ChildItem -LiteralPath ($h + 'src'), ($h + 'build') -Recurse -File | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }) + @(Get-ChildItem -LiteralPath $h -File | Where-Object { $_.Name -like 'Directory.*' -or $_.Name -eq 'global.json' }); if (@($f | Where-Object { $_.LastWriteTimeUtc -gt $t }).Count -gt 0) { exit 1 } else { exit 0 }"
if errorlevel 1 goto build
goto run

:build
echo hopfield: building (the first time takes about a minute) ... 1>&2
set "HOPFIELD_LOG=%TEMP%\hopfield-build-%RANDOM%%RANDOM%.log"
set "HOPFIELD_BEGAN=%HOPFIELD_LOG%.began"
type nul > "%HOPFIELD_BEGAN%"
pushd "%~dp0"
dotnet build src\Cli\Cli.csproj -c Release -nologo -v minimal -tl:off > "%HOPFIELD_LOG%" 2>&1
set "HOPFIELD_RESULT=%errorlevel%"
popd
if not "%HOPFIELD_RESULT%"=="0" (
    type "%HOPFIELD_LOG%" 1>&2
    echo hopfield: the build failed. 1>&2
    del "%HOPFIELD_LOG%" "%HOPFIELD_BEGAN%"
    exit /b 1
)
findstr /c:"cannot be restored here" "%HOPFIELD_LOG%" 1>&2
move /y "%HOPFIELD_BEGAN%" "%HOPFIELD_STAMP%" >nul
del "%HOPFIELD_LOG%"

:run
dotnet "%HOPFIELD_PROGRAM%" %*
exit /b %errorlevel%
