// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <QObject>

#include <optional>

namespace vigie {

/// Views that share one show their crosshair at the same moment. Owned by the page; outlives its views or not, both are
/// fine.
class CrosshairGroup : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    std::optional<Timestamp> at() const { return m_at; }
    void setAt(std::optional<Timestamp> at)
    {
        if (at == m_at)
            return;
        m_at = at;
        Q_EMIT moved();
    }

Q_SIGNALS:
    void moved();

private:
    std::optional<Timestamp> m_at;
};

} // namespace vigie
