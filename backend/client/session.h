// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apiclient.h"
#include "backend/client/eventstream.h"
#include "backend/client/incidentcache.h"
#include "backend/client/sessioncache.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace vigie {

struct SessionOptions {
    EventStreamOptions stream;
    QString cacheFile; ///< last known state; empty: none is kept
    std::chrono::milliseconds saveEvery {30'000};
    std::chrono::milliseconds minBackoff {250}; ///< between attempts to log in or to load
    std::chrono::milliseconds maxBackoff {10'000};
    std::chrono::milliseconds statusEvery {10'000}; ///< how often systemStatus() is asked for while Live
    std::size_t maxChanges {200};
    std::size_t maxResolved {500}; ///< resolved incidents kept, newest first
};

/// Newest value of one series.
struct LatestSample {
    SeriesKey series;
    SourceId source;
    Sample sample;
};

/// One console's link to one daemon, and what it knows of it. Lives in the GUI thread.
///
///   Offline --connectTo--> Connecting --> Authenticating --> Live <--> Stale
///      ^                      ^  |             |  |            |         |
///      |                      +--+-- Lost <----+  +-> Denied   +-> Lost <+
///   close                        (retries by itself)  (waits for connectTo with another token)
///
/// It loads a snapshot (every unresolved incident, sources, recent changes) and applies the events after the
/// snapshot's seq; after a resync it loads again and emits only the differences. Data is kept while the link is lost:
/// show dataAge() beside it. Nothing here blocks.
class Session : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Offline, ///< not asked to connect; cached data may be there
        Connecting,
        Authenticating,
        Live,
        Stale, ///< connected, but nothing was heard for 5 s
        Lost, ///< no connection; another attempt follows by itself
        Denied, ///< the daemon refused the token; nothing happens until connectTo()
    };
    Q_ENUM(State)

    /// `worker` and `clock` outlive this. Reads the cache file in the worker; restored() tells when it is there.
    Session(WorkerThread &worker, const Clock &clock, SessionOptions options, QObject *parent = nullptr);
    /// Saves what is known (in the worker).
    ~Session() override;

    /// `token`: what POST /auth/login takes. May be called at any time, also with another address (a private daemon
    /// that was started again).
    void connectTo(const Endpoint &endpoint, std::string token);
    void close();
    /// Goes on with another server's last known state: what is known now is saved and forgotten, then `file` is read
    /// (restored()). Close first. Nothing happens when it is the file in use.
    void changeCache(const QString &file);
    /// Do not wait for the back-off, nor for a silent connection to be given up.
    void retryNow();
    /// Asks for the sources again: their times and counters go on without events. sourcesChanged() tells what is new.
    void refreshSources();
    /// Until the next attempt to connect; 0 while one is under way; nullopt where none is needed or comes by itself.
    std::optional<std::chrono::milliseconds> nextAttemptIn() const;

    State state() const { return m_state; }
    const Error &lastError() const { return m_lastError; } ///< why Lost or Denied
    const Endpoint &endpoint() const { return m_api.endpoint(); }
    const UserInfo &user() const { return m_user; }
    /// Since anything was last heard of the daemon (steady clock); nullopt when nothing was heard in this life.
    std::optional<std::chrono::milliseconds> dataAge() const;
    /// What is shown comes from the cache file and was true at this time; nullopt once there was a snapshot.
    std::optional<Timestamp> cachedAt() const { return m_cachedAt; }
    /// A first snapshot was loaded, in this life.
    bool isLoaded() const { return m_loaded; }
    /// Server time minus ours, for "2 min ago"; 0 until known, and again after changeCache().
    Duration clockOffset() const { return m_clockOffset; }

    const IncidentCache &incidents() const { return m_incidents; }
    const Incident *incident(const IncidentId &id) const { return m_incidents.find(id); }
    const std::map<SourceId, SourceStatus> &sources() const { return m_sources; }
    /// By the spelling of SeriesKey::toString(). A series that fell silent stays for a while: look at its time.
    const std::unordered_map<std::string, LatestSample> &latest() const { return m_latest; }
    const std::deque<RecentChange> &recentChanges() const { return m_changes; } ///< newest last
    const std::optional<SystemStatus> &systemStatus() const { return m_status; }

    /// Everything else (metrics, queries, sources). Results do not enter the cache.
    ApiClient &api() { return m_api; }
    /// Asks for a page; what it brings enters the cache too and is kept up to date from then on.
    [[nodiscard]] QFuture<Result<IncidentPage>> loadIncidents(const IncidentListQuery &query);
    [[nodiscard]] QFuture<Result<IncidentDetail>> loadIncident(const IncidentId &id);

    /// Each names exactly one incident, with the version that is in the cache; somebody else's change in between is a
    /// Conflict (load it again, let the operator see it). A comment takes nothing away and names no version. The
    /// answer is applied before the future finishes.
    [[nodiscard]] QFuture<Result<Incident>> acknowledge(const IncidentId &id, std::string comment = {});
    [[nodiscard]] QFuture<Result<Incident>> assign(const IncidentId &id, std::string owner); ///< empty: nobody
    [[nodiscard]] QFuture<Result<Incident>> comment(const IncidentId &id, std::string text);
    [[nodiscard]] QFuture<Result<Incident>> resolve(const IncidentId &id, const std::string &note = {});
    [[nodiscard]] QFuture<Result<Incident>> snooze(const IncidentId &id, Timestamp until, std::string comment = {});
    [[nodiscard]] QFuture<Result<Incident>> reopen(const IncidentId &id, std::string comment = {});
    /// As given, with the version and the request key that it names.
    [[nodiscard]] QFuture<Result<Incident>> change(const IncidentId &id, const IncidentChange &change);
    [[nodiscard]] QFuture<Result<Incident>> resolveAs(const IncidentId &id, const IncidentResolution &how);
    [[nodiscard]] QFuture<Result<Incident>> create(const IncidentDraft &draft);

    /// Events applied since the construction, for --stats.
    std::uint64_t eventsApplied() const { return m_eventsApplied; }
    std::uint64_t reconnects() const { return m_stream.connections(); }
    std::uint64_t resyncs() const { return m_resyncs; }
    /// Things of this daemon that this console could not read, in the newest snapshot and since; not 0: say so.
    std::uint64_t unreadable() const { return m_unreadable; }

Q_SIGNALS:
    void stateChanged(vigie::Session::State state);
    /// The cache file was read; cachedAt() is set when it held something. Once for each file.
    void restored();
    /// The first and every later snapshot is applied.
    void loaded();
    void incidentsChanged(const vigie::IncidentDelta &delta);
    /// Ids that were added, changed or removed.
    void sourcesChanged(const std::vector<vigie::SourceId> &ids);
    void samples(const std::vector<vigie::SampleBatch> &batches);
    void recentChangesChanged();
    void systemStatusChanged();
    void unreadableChanged();
    /// Something was heard: dataAge() began anew.
    void heard();
    void failed(const vigie::Error &error);

private:
    struct Snapshot;
    void setUpStream();
    void setUpTimers();
    void setState(State state);
    void lose(const Error &error);
    void deny(const Error &error);
    void scheduleRetry();
    void attempt();
    void logIn();
    void applyLogin(const Login &login);
    void renewLogin();
    void loadSnapshot();
    void loadIncidentPage(const std::shared_ptr<Snapshot> &snapshot, const std::string &cursor);
    void snapshotFailed(const std::shared_ptr<Snapshot> &snapshot, const Error &error);
    void finishPart(const std::shared_ptr<Snapshot> &snapshot);
    void applySnapshot(Snapshot &snapshot);
    void applySources(const std::vector<SourceStatus> &items);
    void applyEvents(const EventBatch &batch);
    void applySamples(const std::vector<SampleBatch> &batches);
    void forgetSilentSeries();
    void applyStreamState(EventStream::State state);
    void applyStreamFailure(const Error &error);
    void applyIncidents(const std::vector<Incident> &incidents);
    void applyCache(Result<SessionData> data);
    void remember(std::vector<RecentChange> changes);
    void completeChanges(std::vector<RecentChange> &changes, const std::deque<RecentChange> &before) const;
    void setUnreadable(std::uint64_t count);
    void noteHeard(Timestamp serverTime);
    void askStatus();
    void resync();
    void readCache();
    void save();
    SessionData dataToSave() const;
    IncidentChange seen(const IncidentId &id) const; ///< names the version in the cache

    /// Calls `done` with the answer, unless the session went on to another connection meanwhile.
    template<typename T, typename Done>
    void onAnswer(QFuture<Result<T>> answer, Done done)
    {
        whenDone(std::move(answer), this,
                 [this, generation = m_generation, done = std::move(done)](Result<T> &&result) mutable {
                     if (generation == m_generation)
                         done(std::move(result));
                 });
    }
    /// The same answer, after `apply` has put it into the cache.
    template<typename T, typename Apply>
    QFuture<Result<T>> applied(QFuture<Result<T>> answer, Apply apply)
    {
        return answer.then(
            QtFuture::Launch::Sync,
            [guard = QPointer<Session>(this), generation = m_generation, apply = std::move(apply)](Result<T> result) {
                if (guard && result && generation == guard->m_generation)
                    apply(*result);
                return result;
            });
    }

    WorkerThread &m_worker;
    const Clock &m_clock;
    SessionOptions m_options;
    State m_state {State::Offline};
    Error m_lastError;
    std::string m_token;
    UserInfo m_user;
    IncidentCache m_incidents;
    std::map<SourceId, SourceStatus> m_sources;
    std::unordered_map<std::string, LatestSample> m_latest;
    std::deque<RecentChange> m_changes;
    std::optional<SystemStatus> m_status;
    std::string m_epoch;
    std::int64_t m_seq {0};
    std::optional<SteadyTime> m_heardAt;
    std::optional<Timestamp> m_cachedAt;
    Duration m_clockOffset {0};
    bool m_loaded {false};
    bool m_dirty {false};
    bool m_loggingIn {false};
    bool m_streaming {false}; ///< the stream was started from a snapshot and looks after itself
    int m_attempts {0};
    int m_refusals {0}; ///< access tokens that were refused since one was good, just after they were given
    std::uint64_t m_generation {0}; ///< of connectTo(): older answers are not applied
    std::uint64_t m_eventsApplied {0};
    std::uint64_t m_resyncs {0};
    std::uint64_t m_unreadable {0};
    QTimer m_retry;
    QTimer m_renew;
    QTimer m_watch;
    QTimer m_statusTimer;
    QTimer m_saveTimer;
    Mailbox m_inbox;
    EventStream m_stream;
    ApiClient m_api;
};

} // namespace vigie
