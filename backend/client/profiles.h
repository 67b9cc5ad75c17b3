// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <vector>

class QSettings;

namespace vigie {

/// One daemon the console can talk to. No secret is in here: the token is in the SecretStore under secretKey().
struct Profile {
    QString id; ///< stable, [a-z0-9-]; "local" is this machine's private daemon
    QString name; ///< the user's word; empty for "local": the ui writes "This machine"
    QUrl url; ///< empty for "local"
    QString caFile;
    QString clientCertificate;
    QString clientKey;
    QString user; ///< shown only
    bool isPrivate() const { return id == QLatin1String("local"); }
    QString secretKey() const;
    TlsOptions tls() const;
    friend bool operator==(const Profile &, const Profile &) = default;
};

enum class ThemeChoice : std::uint8_t { System, Dark, Light, HcDark, HcLight, Night };
enum class MotionChoice : std::uint8_t { System, Full, Reduced };

/// How this person wants the console. Every value has a default; an unreadable one in the file counts as missing.
struct ConsoleSettings {
    ThemeChoice theme {ThemeChoice::System};
    QString language; ///< "en" "fr" "de"; empty: the desktop's
    int textScalePercent {100}; ///< 75 … 200
    MotionChoice motion {MotionChoice::System};
    bool railCollapsed {false};
    bool closeToTray {false};
    bool desktopNotifications {true};
    bool rememberTokens {true}; ///< in the keyring
    std::chrono::minutes chartRange {60}; ///< 5 … 7 * 24 * 60
    QString lastPage;
    QString lastProfile;
    QByteArray windowGeometry;
    friend bool operator==(const ConsoleSettings &, const ConsoleSettings &) = default;
};

/// Profiles and settings in one INI file (XDG config, vigie/console.ini, mode 0600). GUI thread; small and local, so
/// it reads and writes directly. A failed write is an Error, never silent.
class ProfileStore {
public:
    /// Empty: $XDG_CONFIG_HOME/vigie/console.ini.
    explicit ProfileStore(QString file = {});
    const QString &file() const { return m_file; }

    /// "local" first, always there. Entries without a usable URL are left out.
    std::vector<Profile> profiles() const;
    /// Adds (with a new id when it is empty) or replaces by id. Invalid with field "name" or "url": empty name, or a
    /// URL that is not http(s) with a host, or has user info.
    [[nodiscard]] Result<Profile> saveProfile(Profile profile);
    /// "local" cannot be removed (Invalid).
    [[nodiscard]] Result<> removeProfile(const QString &id);

    ConsoleSettings settings() const;
    [[nodiscard]] Result<> saveSettings(const ConsoleSettings &settings);

private:
    [[nodiscard]] Result<> sync(QSettings &ini) const;
    QString m_file;
};

} // namespace vigie
