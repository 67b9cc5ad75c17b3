// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/privatedaemon.h"
#include "backend/client/profiles.h"
#include "backend/client/secretstore.h"
#include "backend/client/session.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace vigie {

/// Brings a session to a profile: finds the private daemon or the token in the keyring, asks the user through a signal
/// where neither is there, and keeps the session's address right when the daemon was started again. GUI thread.
class Connector : public QObject {
    Q_OBJECT
public:
    /// Why a token is asked for.
    enum class Need : std::uint8_t {
        NeverGiven,
        KeyringLocked, ///< there may be one, but it could not be read
        NoKeyring, ///< asked each time
        Refused, ///< the daemon did not take the one we have
    };
    Q_ENUM(Need)

    /// All of them outlive this.
    Connector(Session &session, SecretStore &secrets, WorkerThread &worker, PrivateDaemonOptions daemon,
              QObject *parent = nullptr);
    ~Connector() override;

    /// Which file keeps the last known state of a profile's server; without it the session keeps the one it has.
    void setCacheFiles(std::function<QString(const Profile &)> cacheFile) { m_cacheFile = std::move(cacheFile); }
    void open(const Profile &profile);
    const Profile &profile() const { return m_profile; }
    /// Another name or user of the profile that is open; the connection stays. Nothing happens for another one.
    void rename(const Profile &profile);
    /// The answer to tokenNeeded(). With `keep` it goes into the keyring once the daemon took it. A private daemon has
    /// a token of its own: nothing happens.
    void supplyToken(std::string token, bool keep);
    /// For every connection to this profile in this run, before what the keyring has; until a daemon refuses it. Empty:
    /// forgets it.
    void giveToken(const Profile &profile, std::string token);
    /// nullptr for profiles with a URL.
    PrivateDaemon *privateDaemon() { return m_daemon.get(); }

Q_SIGNALS:
    /// Another profile is open, or the one that is has another name or user.
    void profileChanged();
    void tokenNeeded(vigie::Connector::Need need);
    /// The token could not be kept; the connection stands.
    void keepingFailed(const vigie::Error &error);
    /// The private daemon could not be found or started; another attempt follows.
    void daemonFailed(const vigie::Error &error);

private:
    void openPrivate();
    void openRemote();
    void connectRemote(std::string token);
    void sessionChanged(Session::State state);
    void ask(Need need);

    Session &m_session;
    SecretStore &m_secrets;
    WorkerThread &m_worker;
    PrivateDaemonOptions m_daemonOptions;
    std::function<QString(const Profile &)> m_cacheFile;
    Profile m_profile;
    std::unique_ptr<PrivateDaemon> m_daemon;
    std::map<QString, std::string> m_given; ///< by Profile::secretKey()
    std::string m_unconfirmed; ///< token to keep once it worked
    std::uint64_t m_generation {0};
    QTimer m_again;
};

} // namespace vigie
