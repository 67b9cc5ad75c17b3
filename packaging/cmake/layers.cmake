# The one table of who may use whom. Two readers: vigie_library() stops on a forbidden link,
# tests/architecture rejects a forbidden include. VIGIE_MAY_USE_<layer>: what it may link and include.
set(VIGIE_LAYERS
    backend/domain backend/expr backend/metrics backend/incidents backend/net backend/monitoring
    backend/config backend/store backend/server backend/remote backend/client
    widgets ui app/console app/daemon app/ctl app/bench)

set(VIGIE_MAY_USE_backend/domain)
set(VIGIE_MAY_USE_backend/expr        backend/domain)
set(VIGIE_MAY_USE_backend/metrics     backend/domain backend/expr)
set(VIGIE_MAY_USE_backend/incidents   backend/domain backend/expr)
set(VIGIE_MAY_USE_backend/net         backend/domain)
set(VIGIE_MAY_USE_backend/monitoring  backend/domain backend/expr backend/metrics)
# Reads the daemon's YAML into the value types of the layers it configures.
set(VIGIE_MAY_USE_backend/config      backend/domain backend/expr backend/metrics backend/monitoring)
set(VIGIE_MAY_USE_backend/store       backend/domain backend/incidents backend/monitoring)
set(VIGIE_MAY_USE_backend/server      backend/domain backend/expr backend/metrics backend/incidents backend/net
                                      backend/monitoring backend/config backend/store)
set(VIGIE_MAY_USE_backend/remote      backend/domain)
set(VIGIE_MAY_USE_backend/client      backend/domain)
set(VIGIE_MAY_USE_widgets             backend/domain)
set(VIGIE_MAY_USE_ui                  widgets backend/client backend/domain backend/expr)
set(VIGIE_MAY_USE_app/console         ui widgets backend/client backend/domain backend/expr)
set(VIGIE_MAY_USE_app/daemon          backend/server backend/domain backend/expr backend/metrics backend/incidents
                                      backend/net backend/monitoring backend/config backend/store)
set(VIGIE_MAY_USE_app/ctl             backend/remote backend/domain)
set(VIGIE_MAY_USE_app/bench           ${VIGIE_LAYERS})

# Layers that may name Qt, and of those the ones that may name a GUI class. All others are Qt-free.
set(VIGIE_QT_LAYERS  backend/client widgets ui app/console app/bench)
set(VIGIE_GUI_LAYERS widgets ui app/console app/bench)
set(VIGIE_MAX_LINES 600)
