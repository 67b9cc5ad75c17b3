// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/connector.h"

#include <utility>

namespace vigie {

using namespace std::chrono_literals;

Connector::Connector(Session &session, SecretStore &secrets, WorkerThread &worker, PrivateDaemonOptions daemon,
                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(secrets)
    , m_worker(worker)
    , m_daemonOptions(std::move(daemon))
{
    connect(&m_session, &Session::stateChanged, this, &Connector::sessionChanged);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!m_daemon)
            return;
        m_daemon->stop();
        m_daemon->start();
    });
}

Connector::~Connector() = default;

void Connector::open(const Profile &profile)
{
    ++m_generation;
    m_profile = profile;
    m_unconfirmed.clear();
    m_again.stop();
    m_daemon.reset();
    Q_EMIT profileChanged();
    m_session.close();
    if (m_cacheFile)
        m_session.changeCache(m_cacheFile(profile));
    if (profile.isPrivate())
        openPrivate();
    else
        openRemote();
}

void Connector::openPrivate()
{
    m_daemon = std::make_unique<PrivateDaemon>(m_worker, m_daemonOptions);
    connect(m_daemon.get(), &PrivateDaemon::ready, this,
            [this](const DaemonAddress &address) { m_session.connectTo(address.endpoint(), address.token); });
    connect(m_daemon.get(), &PrivateDaemon::failed, this, &Connector::daemonFailed);
    m_daemon->start();
}

void Connector::openRemote()
{
    if (const auto given = m_given.find(m_profile.secretKey()); given != m_given.end()) {
        connectRemote(given->second);
        return;
    }
    whenDone(m_secrets.read(m_profile.secretKey()), this,
             [this, generation = m_generation](const Result<std::string> &token) {
                 if (generation != m_generation)
                     return;
                 if (token) {
                     connectRemote(*token);
                     return;
                 }
                 switch (token.error().code) {
                 case Error::Code::NotFound:
                     ask(Need::NeverGiven);
                     break;
                 case Error::Code::Denied:
                     ask(Need::KeyringLocked);
                     break;
                 default:
                     ask(Need::NoKeyring);
                 }
             });
}

void Connector::ask(Need need)
{
    Q_EMIT tokenNeeded(need);
}

void Connector::supplyToken(std::string token, bool keep)
{
    if (m_profile.isPrivate())
        return;
    m_unconfirmed = keep ? token : std::string();
    connectRemote(std::move(token));
}

void Connector::rename(const Profile &profile)
{
    if (profile.id != m_profile.id)
        return;
    m_profile.name = profile.name;
    m_profile.user = profile.user;
    Q_EMIT profileChanged();
}

void Connector::giveToken(const Profile &profile, std::string token)
{
    if (token.empty())
        m_given.erase(profile.secretKey());
    else
        m_given.insert_or_assign(profile.secretKey(), std::move(token));
}

void Connector::connectRemote(std::string token)
{
    Endpoint endpoint;
    endpoint.url = m_profile.url;
    endpoint.tls = m_profile.tls();
    m_session.connectTo(endpoint, std::move(token));
}

void Connector::sessionChanged(Session::State state)
{
    if (state == Session::State::Live && !m_unconfirmed.empty()) {
        // Kept only now that it is known to be right.
        const std::string token = std::exchange(m_unconfirmed, {});
        whenDone(m_secrets.write(m_profile.secretKey(), token), this, [this](const Result<> &kept) {
            if (!kept)
                Q_EMIT keepingFailed(kept.error());
        });
    }
    if (state == Session::State::Lost && m_daemon)
        m_daemon->check();
    if (state != Session::State::Denied)
        return;
    m_unconfirmed.clear();
    m_given.erase(m_profile.secretKey());
    if (m_daemon)
        m_again.start(1s); // another daemon has written the file since we read it
    else
        ask(Need::Refused);
}

} // namespace vigie
