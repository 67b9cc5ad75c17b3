# cmake -DROOT=<tree> -P translations_selftest.cmake: check_translations.cmake must reject each of these faults.
cmake_minimum_required(VERSION 3.25)
if(DEFINED ENV{TMPDIR})
    set(dir $ENV{TMPDIR})
else()
    set(dir /tmp)
endif()
string(RANDOM LENGTH 8 salt)
set(file ${dir}/vigie-ts-${salt}.ts)

function(expect outcome name message)
    file(WRITE ${file} "<?xml version=\"1.0\"?>\n<TS version=\"2.1\" language=\"de_DE\"><context><name>X</name>\n<message>\n${message}\n</message></context></TS>\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${ROOT} -DTS=${file} -P ${ROOT}/tests/architecture/check_translations.cmake
        RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
    if(code EQUAL 0 AND outcome STREQUAL "rejected")
        message(SEND_ERROR "not noticed: ${name}")
    elseif(NOT code EQUAL 0 AND outcome STREQUAL "accepted")
        message(SEND_ERROR "wrongly rejected: ${name}")
    endif()
endfunction()

expect(accepted "finished" "<source>%1 of %2</source><translation>%2 / %1</translation>")
expect(accepted "plural, one spelled out"
    "<source>%n thing(s)</source><translation><numerusform>ein Ding</numerusform><numerusform>%n Dinge</numerusform></translation>")
expect(rejected "unfinished" "<source>Open</source><translation type=\"unfinished\"></translation>")
expect(rejected "vanished" "<source>Open</source><translation type=\"vanished\">Offen</translation>")
expect(rejected "empty" "<source>Open</source><translation></translation>")
expect(rejected "lost placeholder" "<source>%1 of %2</source><translation>%1</translation>")
expect(rejected "invented placeholder" "<source>Open %1</source><translation>%1 %2</translation>")
expect(rejected "plural lost its number"
    "<source>%n thing(s)</source><translation><numerusform>%n Ding</numerusform><numerusform>Dinge</numerusform></translation>")
file(REMOVE ${file})
