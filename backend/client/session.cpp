// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/session.h"

#include "backend/domain/logging.h"

#include <QRandomGenerator>

#include <algorithm>

namespace vigie {

using namespace std::chrono_literals;

/// What one load of everything collects. Its parts are asked for at once; the events continue from the oldest of them.
struct Session::Snapshot {
    std::vector<Incident> incidents;
    SourceList sources;
    SystemStatus status;
    ChangePage changes;
    std::int64_t incidentSeq {0};
    std::size_t unreadable {0};
    int pages {0};
    int partsLeft {4};
    bool failed {false};
};

Session::Session(WorkerThread &worker, const Clock &clock, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_incidents(m_options.maxResolved)
    , m_stream(worker, m_options.stream)
    , m_api(worker, {})
{
    setUpTimers();
    setUpStream();
    readCache();
}

Session::~Session()
{
    // Answers that are cancelled with the members find another generation and leave this object alone.
    ++m_generation;
    save();
}

void Session::setUpTimers()
{
    for (QTimer *timer : {&m_retry, &m_renew, &m_watch})
        timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Session::attempt);
    connect(&m_renew, &QTimer::timeout, this, &Session::renewLogin);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_state == State::Live)
            setState(State::Stale);
    });
    connect(&m_statusTimer, &QTimer::timeout, this, &Session::askStatus);
    connect(&m_saveTimer, &QTimer::timeout, this, &Session::save);
    m_statusTimer.start(m_options.statusEvery);
    m_saveTimer.start(m_options.saveEvery);
}

void Session::setUpStream()
{
    connect(&m_stream, &EventStream::stateChanged, this, &Session::applyStreamState);
    connect(&m_stream, &EventStream::events, this, &Session::applyEvents);
    connect(&m_stream, &EventStream::heard, this, &Session::noteHeard);
    connect(&m_stream, &EventStream::resyncNeeded, this, &Session::resync);
    connect(&m_stream, &EventStream::failed, this, &Session::applyStreamFailure);
}

void Session::connectTo(const Endpoint &endpoint, std::string token)
{
    ++m_generation;
    m_token = std::move(token);
    m_api.setEndpoint(endpoint);
    m_api.setAccessToken({});
    m_loggingIn = false;
    m_streaming = false;
    m_attempts = 0;
    m_refusals = 0;
    m_renew.stop();
    m_stream.stop();
    setState(State::Connecting);
    attempt();
}

void Session::close()
{
    ++m_generation;
    m_loggingIn = false;
    m_streaming = false;
    m_retry.stop();
    m_renew.stop();
    m_watch.stop();
    m_stream.stop();
    if (!m_api.accessToken().empty())
        onAnswer(m_api.logout(), [](const Result<> &) {});
    m_api.setAccessToken({});
    save();
    setState(State::Offline);
}

void Session::retryNow()
{
    if (m_streaming)
        m_stream.retryNow();
    else if (m_retry.isActive())
        attempt();
}

std::optional<std::chrono::milliseconds> Session::nextAttemptIn() const
{
    if (m_state != State::Lost)
        return std::nullopt;
    if (m_streaming)
        return m_stream.nextAttemptIn();
    return m_retry.isActive() ? m_retry.remainingTimeAsDuration() : std::chrono::milliseconds(0);
}

std::optional<std::chrono::milliseconds> Session::dataAge() const
{
    if (!m_heardAt)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steadyNow() - *m_heardAt);
}

void Session::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (state == State::Live)
        m_lastError = {};
    Q_EMIT stateChanged(state);
}

void Session::lose(const Error &error)
{
    m_lastError = error;
    setState(State::Lost);
    Q_EMIT failed(error);
}

void Session::deny(const Error &error)
{
    m_streaming = false;
    m_retry.stop();
    m_renew.stop();
    m_stream.stop();
    m_api.setAccessToken({});
    m_lastError = error;
    setState(State::Denied);
    Q_EMIT failed(error);
}

void Session::scheduleRetry()
{
    const int doublings = std::min(m_attempts++, 16);
    const auto full = std::min(m_options.maxBackoff, m_options.minBackoff * (1 << doublings));
    const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    m_retry.start(static_cast<int>(static_cast<double>(full.count()) * share));
}

void Session::attempt()
{
    m_retry.stop();
    if (m_api.accessToken().empty())
        logIn();
    else
        loadSnapshot();
}

void Session::logIn()
{
    if (m_loggingIn)
        return;
    m_loggingIn = true;
    if (m_state == State::Connecting)
        setState(State::Authenticating);
    m_api.setAccessToken({});
    onAnswer(m_api.login(m_token), [this](const Result<Login> &login) {
        m_loggingIn = false;
        if (login) {
            applyLogin(*login);
            return;
        }
        const Error &error = login.error();
        const bool refused = error.code == Error::Code::Unauthenticated || error.code == Error::Code::Denied
            || error.code == Error::Code::Invalid;
        if (refused) {
            deny(error);
            return;
        }
        lose(error);
        scheduleRetry();
    });
}

void Session::applyLogin(const Login &login)
{
    m_user = login.user;
    m_api.setAccessToken(login.accessToken);
    // At half of the time that is left; a wrong clock must not make this spin.
    const auto left
        = std::chrono::duration_cast<std::chrono::milliseconds>(login.expiresAt - m_clock.now() - m_clockOffset);
    m_renew.start(std::clamp<std::chrono::milliseconds>(left / 2, 30s, 6h));
    if (m_streaming) {
        // At its own pace: one that refuses the stream for another reason must not make us log in without end.
        m_stream.setAccessToken(login.accessToken);
        return;
    }
    loadSnapshot();
}

void Session::renewLogin()
{
    onAnswer(m_api.refresh(), [this](const Result<Login> &login) {
        if (login) {
            m_user = login->user;
            m_api.setAccessToken(login->accessToken);
            m_stream.setAccessToken(login->accessToken);
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(login->expiresAt - m_clock.now()
                                                                                    - m_clockOffset);
            m_renew.start(std::clamp<std::chrono::milliseconds>(left / 2, 30s, 6h));
        } else if (login.error().code == Error::Code::Unauthenticated) {
            logIn();
        } else {
            m_renew.start(30s);
        }
    });
}

void Session::applyStreamState(EventStream::State state)
{
    if (!m_streaming)
        return;
    switch (state) {
    case EventStream::State::Live:
        m_watch.stop();
        m_attempts = 0;
        setState(State::Live);
        break;
    case EventStream::State::Stale:
        setState(State::Stale);
        break;
    case EventStream::State::Lost:
        setState(State::Lost);
        break;
    case EventStream::State::Stopped:
    case EventStream::State::Connecting:
        break;
    }
}

void Session::applyStreamFailure(const Error &error)
{
    if (!m_streaming)
        return;
    m_lastError = error;
    Q_EMIT failed(error);
    // A daemon that was started again knows nothing of our access token.
    if (error.code == Error::Code::Unauthenticated || error.code == Error::Code::Denied)
        logIn();
}

void Session::loadSnapshot()
{
    auto snapshot = std::make_shared<Snapshot>();
    loadIncidentPage(snapshot, {});
    const auto take = [this, snapshot](auto member) {
        return [this, snapshot, member](auto result) {
            if (!result) {
                snapshotFailed(snapshot, result.error());
                return;
            }
            (*snapshot).*member = *std::move(result);
            finishPart(snapshot);
        };
    };
    onAnswer(m_api.systemStatus(), take(&Snapshot::status));
    onAnswer(m_api.sources(), take(&Snapshot::sources));
    constexpr int firstChanges = 50;
    onAnswer(m_api.changes(firstChanges), take(&Snapshot::changes));
}

void Session::loadIncidentPage(const std::shared_ptr<Snapshot> &snapshot, const std::string &cursor)
{
    constexpr int pageSize = 1000;
    constexpr int maxPages = 200;
    IncidentListQuery query;
    query.status = {IncidentStatus::Open, IncidentStatus::Acknowledged, IncidentStatus::Snoozed};
    query.limit = pageSize;
    query.cursor = cursor;
    onAnswer(m_api.incidents(query), [this, snapshot](Result<IncidentPage> page) {
        if (snapshot->failed)
            return;
        if (!page) {
            snapshotFailed(snapshot, page.error());
            return;
        }
        // Later pages are younger; what changed meanwhile comes again as an event after the first page's seq.
        if (snapshot->pages++ == 0)
            snapshot->incidentSeq = page->seq;
        snapshot->unreadable += static_cast<std::size_t>(page->unreadable);
        std::move(page->items.begin(), page->items.end(), std::back_inserter(snapshot->incidents));
        if (page->next.empty() || snapshot->pages >= maxPages)
            finishPart(snapshot);
        else
            loadIncidentPage(snapshot, page->next);
    });
}

void Session::snapshotFailed(const std::shared_ptr<Snapshot> &snapshot, const Error &error)
{
    if (std::exchange(snapshot->failed, true))
        return;
    log::info("client", "snapshot failed", {{"detail", error.detail}});
    if (error.code == Error::Code::Unauthenticated) {
        m_api.setAccessToken({});
        if (m_refusals++ == 0) {
            logIn();
            return;
        }
        // A server that gives tokens and does not take them must not be asked without end.
        lose(error);
        scheduleRetry();
        return;
    }
    if (error.code == Error::Code::Denied) {
        deny(error);
        return;
    }
    lose(error);
    scheduleRetry();
}

void Session::finishPart(const std::shared_ptr<Snapshot> &snapshot)
{
    if (--snapshot->partsLeft == 0 && !snapshot->failed)
        applySnapshot(*snapshot);
}

void Session::applySnapshot(Snapshot &snapshot)
{
    m_seq = std::min({snapshot.incidentSeq, snapshot.sources.seq, snapshot.status.seq, snapshot.changes.seq});
    m_epoch = snapshot.status.epoch;
    setUnreadable(snapshot.unreadable + static_cast<std::size_t>(snapshot.sources.unreadable));
    m_refusals = 0;
    m_loaded = true;
    m_dirty = true;
    m_cachedAt.reset();
    noteHeard(snapshot.status.now);
    const IncidentDelta delta = m_incidents.replaceUnresolved(snapshot.incidents);
    if (!delta.empty())
        Q_EMIT incidentsChanged(delta);
    completeChanges(snapshot.changes.items, {}); // before a source that is gone is forgotten
    applySources(snapshot.sources.items);
    m_changes.assign(snapshot.changes.items.begin(), snapshot.changes.items.end());
    Q_EMIT recentChangesChanged();
    m_status = std::move(snapshot.status);
    Q_EMIT systemStatusChanged();
    m_streaming = true;
    m_stream.start(m_api.endpoint(), m_api.accessToken(), m_seq, m_epoch);
    Q_EMIT loaded();
}

void Session::resync()
{
    ++m_resyncs;
    m_streaming = false;
    m_watch.start(m_options.stream.silence);
    loadSnapshot();
}

void Session::askStatus()
{
    if (m_state != State::Live)
        return;
    onAnswer(m_api.systemStatus(), [this](Result<SystemStatus> status) {
        if (!status)
            return;
        m_status = *std::move(status);
        Q_EMIT systemStatusChanged();
    });
}

} // namespace vigie
