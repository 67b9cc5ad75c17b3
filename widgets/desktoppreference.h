// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusMessage;

namespace vigie {

/// What the desktop prefers, from org.freedesktop.portal.Settings (namespace org.freedesktop.appearance, keys
/// color-scheme: 0 none, 1 dark, 2 light, contrast: 0 none, 1 high, and reduced-motion: 0 none, 1 reduced), read
/// without waiting. Nothing happens when there is no portal.
class DesktopPreference : public QObject {
    Q_OBJECT
public:
    explicit DesktopPreference(QObject *parent = nullptr);
    /// Asks once and listens from then on.
    void start();
    bool prefersLight() const { return m_scheme == 2; }
    bool prefersHighContrast() const { return m_contrast == 1; }
    bool prefersReducedMotion() const { return m_motion == 1; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void read(const QString &key);
    void take(const QString &key, const QVariant &value);

    uint m_scheme {0};
    uint m_contrast {0};
    uint m_motion {0};
    bool m_started {false};
};

} // namespace vigie
