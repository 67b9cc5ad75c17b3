# Compiler cache, fast linker and the warnings every layer is built with.
find_program(VIGIE_CCACHE ccache)
if(VIGIE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need the two sloppiness flags (ccache manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${VIGIE_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
find_program(VIGIE_MOLD mold)
if(VIGIE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
add_link_options(-Wl,--as-needed)

add_library(vigie_options INTERFACE)
target_compile_features(vigie_options INTERFACE cxx_std_20)
target_include_directories(vigie_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(vigie_options INTERFACE -Wall -Wextra -Wpedantic -Wold-style-cast -Woverloaded-virtual
    -Wnon-virtual-dtor -Wcast-qual -Wshadow -Wno-missing-field-initializers -fPIC $<$<BOOL:${VIGIE_WERROR}>:-Werror>
    # g++ 12 warns wrongly of overlapping copies in std::string's operator+ when optimising (GCC bug 105651).
    $<$<CONFIG:Release>:-Wno-restrict>)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    # With sanitizers g++ 12 takes every std::variant and boost::optional for uninitialized (GCC bug 105562).
    target_compile_options(vigie_options INTERFACE -Wno-maybe-uninitialized)
endif()
target_compile_definitions(vigie_options INTERFACE
    VIGIE_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
