// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktoppreference.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace vigie {

namespace {
constexpr QLatin1String portalService("org.freedesktop.portal.Desktop");
constexpr QLatin1String portalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String portalInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearanceNamespace("org.freedesktop.appearance");
constexpr QLatin1String schemeKey("color-scheme");
constexpr QLatin1String contrastKey("contrast");
constexpr QLatin1String motionKey("reduced-motion");

// Read() wraps the value in a variant twice (portal documentation), the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}
} // namespace

DesktopPreference::DesktopPreference(QObject *parent)
    : QObject(parent)
{
}

void DesktopPreference::start()
{
    if (m_started)
        return;
    m_started = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QDBusMessage)));
    read(schemeKey);
    read(contrastKey);
    read(motionKey);
}

void DesktopPreference::read(const QString &key)
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    call << QString(appearanceNamespace) << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QVariant> reply = *done;
        if (reply.isValid())
            take(key, reply.value());
        done->deleteLater();
    });
}

void DesktopPreference::settingChanged(const QDBusMessage &message)
{
    const QList<QVariant> arguments = message.arguments();
    if (arguments.size() == 3 && arguments[0].toString() == appearanceNamespace)
        take(arguments[1].toString(), arguments[2]);
}

void DesktopPreference::take(const QString &key, const QVariant &value)
{
    const uint number = unwrapped(value).toUInt();
    if (key == schemeKey && number != m_scheme)
        m_scheme = number;
    else if (key == contrastKey && number != m_contrast)
        m_contrast = number;
    else if (key == motionKey && number != m_motion)
        m_motion = number;
    else
        return;
    Q_EMIT changed();
}

} // namespace vigie
