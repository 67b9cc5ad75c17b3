// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"
#include "backend/client/future.h"
#include "backend/client/workerthread.h"

#include <QByteArray>
#include <QFuture>
#include <QPromise>
#include <QString>

#include <memory>
#include <unordered_map>

namespace vigie {

/// The daemon's REST API. Lives in one thread (the GUI's) and is used from it only; sockets and parsing are in the
/// worker. Every future finishes in the owner's thread: with the answer, with an Error (a problem document's code;
/// Unreachable, Timeout, Protocol, TooLarge from the way there), or with Cancelled when this object is destroyed first.
/// Read results with whenDone() (future.h). No request blocks, each has the endpoint's timeout. What an operator does
/// (POST and PUT, but not logging in) carries an Idempotency-Key: the draft's, or a new one for each call.
class ApiClient {
public:
    /// `worker` outlives this.
    ApiClient(WorkerThread &worker, Endpoint endpoint);
    ~ApiClient();
    ApiClient(const ApiClient &) = delete;
    ApiClient &operator=(const ApiClient &) = delete;

    /// For requests from now on.
    void setEndpoint(Endpoint endpoint);
    const Endpoint &endpoint() const { return m_endpoint; }
    void setAccessToken(std::string token) { m_accessToken = std::move(token); }
    const std::string &accessToken() const { return m_accessToken; }

    [[nodiscard]] QFuture<Result<Login>> login(const std::string &token);
    [[nodiscard]] QFuture<Result<Login>> refresh();
    [[nodiscard]] QFuture<Result<>> logout();
    [[nodiscard]] QFuture<Result<UserInfo>> me();
    [[nodiscard]] QFuture<Result<SystemStatus>> systemStatus();
    [[nodiscard]] QFuture<Result<Json>> health();
    [[nodiscard]] QFuture<Result<Json>> databaseHealth();

    [[nodiscard]] QFuture<Result<IncidentPage>> incidents(const IncidentListQuery &query);
    [[nodiscard]] QFuture<Result<IncidentDetail>> incident(const IncidentId &id);
    [[nodiscard]] QFuture<Result<Incident>> createIncident(const IncidentDraft &draft);
    [[nodiscard]] QFuture<Result<Incident>> updateIncident(const IncidentId &id, const IncidentChange &change);
    [[nodiscard]] QFuture<Result<Incident>> resolveIncident(const IncidentId &id, const IncidentResolution &how);

    [[nodiscard]] QFuture<Result<std::vector<MetricEntry>>> metrics();
    [[nodiscard]] QFuture<Result<History>> history(const HistoryQuery &query);
    [[nodiscard]] QFuture<Result<PromAnswer>> query(const PromQuery &query);

    [[nodiscard]] QFuture<Result<SourceList>> sources();
    [[nodiscard]] QFuture<Result<SourceStatus>> addSource(const SourceDraft &draft);
    [[nodiscard]] QFuture<Result<>> removeSource(const SourceId &id);
    [[nodiscard]] QFuture<Result<>> checkSource(const SourceId &id);
    /// What a Prometheus source says now, as its own API spells it.
    [[nodiscard]] QFuture<Result<Json>> sourceAlerts(const SourceId &id);
    [[nodiscard]] QFuture<Result<Json>> sourceRules(const SourceId &id);
    [[nodiscard]] QFuture<Result<Json>> sourceTargets(const SourceId &id);

    [[nodiscard]] QFuture<Result<ChangePage>> changes(int limit, std::optional<std::int64_t> since = {});

private:
    struct Core; // lives in the worker
    class Pending;
    template<typename T>
    class PendingOf;
    struct Call {
        const char *verb {"GET"};
        QByteArray path; ///< encoded, below the endpoint's URL
        std::string body; ///< JSON; empty for none
        std::string idempotencyKey; ///< of an action
    };
    template<typename T>
    QFuture<Result<T>> send(Call call, Result<T> (*read)(std::string_view body));
    std::unique_ptr<Pending> take(std::uint64_t id);

    WorkerThread &m_worker;
    Endpoint m_endpoint;
    std::string m_accessToken;
    Mailbox m_answers;
    std::shared_ptr<Core> m_core;
    std::unordered_map<std::uint64_t, std::unique_ptr<Pending>> m_pending;
    std::uint64_t m_lastId {0};
};

} // namespace vigie
