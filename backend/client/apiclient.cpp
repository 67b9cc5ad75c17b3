// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apiclient.h"

#include "backend/client/apireader.h"
#include "backend/client/apitransport.h"
#include "backend/client/apiwriter.h"
#include "backend/client/requestkey.h"

#include <utility>

namespace vigie {

namespace {
std::string keyOr(const std::string &given)
{
    return given.empty() ? newRequestKey() : given;
}
} // namespace

/// Made and destroyed in the worker; both threads hold the shell, only the worker looks inside.
struct ApiClient::Core {
    std::unique_ptr<ApiTransport> transport;
};

/// A request whose answer is awaited. Finishes its promise exactly once, with Cancelled when it is destroyed before.
class ApiClient::Pending {
public:
    virtual ~Pending() = default;
};

template<typename T>
class ApiClient::PendingOf final : public ApiClient::Pending {
public:
    PendingOf() { m_promise.start(); }
    ~PendingOf() override
    {
        if (!m_finished)
            finish(vigie::fail(Error::Code::Cancelled, "the console dropped the request"));
    }
    PendingOf(const PendingOf &) = delete;
    PendingOf &operator=(const PendingOf &) = delete;
    QFuture<Result<T>> future() { return m_promise.future(); }
    void finish(Result<T> result)
    {
        m_finished = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_finished {false};
};

ApiClient::ApiClient(WorkerThread &worker, Endpoint endpoint)
    : m_worker(worker)
    , m_endpoint(std::move(endpoint))
    , m_core(std::make_shared<Core>())
{
    m_worker.post([core = m_core] { core->transport = std::make_unique<ApiTransport>(); });
}

ApiClient::~ApiClient()
{
    m_worker.post([core = std::move(m_core)] { core->transport.reset(); });
    // Continuations may look at this object; they find no pending request in it.
    auto pending = std::exchange(m_pending, {});
    pending.clear();
}

void ApiClient::setEndpoint(Endpoint endpoint)
{
    m_endpoint = std::move(endpoint);
}

std::unique_ptr<ApiClient::Pending> ApiClient::take(std::uint64_t id)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return nullptr;
    auto pending = std::move(found->second);
    m_pending.erase(found);
    return pending;
}

template<typename T>
QFuture<Result<T>> ApiClient::send(Call call, Result<T> (*read)(std::string_view body))
{
    auto pending = std::make_unique<PendingOf<T>>();
    QFuture<Result<T>> future = pending->future();
    if (!m_core) {
        pending.reset();
        return future;
    }
    const std::uint64_t id = ++m_lastId;
    m_pending.emplace(id, std::move(pending));
    TransportRequest request {m_endpoint,           call.verb,     std::move(call.path),
                              std::move(call.body), m_accessToken, std::move(call.idempotencyKey)};
    auto deliver = [this, id, answers = m_answers.address()](const std::shared_ptr<Result<T>> &result) {
        // The mailbox goes with this object, so `this` is alive wherever the work runs.
        answers.post([this, id, result] {
            if (const auto waiting = take(id))
                static_cast<PendingOf<T> &>(*waiting).finish(std::move(*result));
        });
    };
    m_worker.post([core = m_core, request = std::move(request), read, deliver = std::move(deliver)] {
        core->transport->send(request, [read, deliver](Result<QByteArray> body) {
            if (!body)
                deliver(std::make_shared<Result<T>>(tl::unexpected(std::move(body).error())));
            else
                deliver(std::make_shared<Result<T>>(read({body->constData(), static_cast<std::size_t>(body->size())})));
        });
    });
    return future;
}

QFuture<Result<Login>> ApiClient::login(const std::string &token)
{
    Json json;
    json.set("token", Json(token));
    return send<Login>({"POST", "/auth/login", json.dump()}, &api::readLogin);
}

QFuture<Result<Login>> ApiClient::refresh()
{
    return send<Login>({"POST", "/auth/refresh", {}}, &api::readLogin);
}

QFuture<Result<>> ApiClient::logout()
{
    return send<void>({"POST", "/auth/logout", {}}, &api::readNothing);
}

QFuture<Result<UserInfo>> ApiClient::me()
{
    return send<UserInfo>({"GET", "/auth/me", {}}, &api::readUser);
}

QFuture<Result<SystemStatus>> ApiClient::systemStatus()
{
    return send<SystemStatus>({"GET", "/system/status", {}}, &api::readSystemStatus);
}

QFuture<Result<Json>> ApiClient::health()
{
    return send<Json>({"GET", "/health", {}}, &api::readJson);
}

QFuture<Result<Json>> ApiClient::databaseHealth()
{
    return send<Json>({"GET", "/health/database", {}}, &api::readJson);
}

QFuture<Result<IncidentPage>> ApiClient::incidents(const IncidentListQuery &query)
{
    return send<IncidentPage>({"GET", api::incidentsPath(query), {}}, &api::readIncidentPage);
}

QFuture<Result<IncidentDetail>> ApiClient::incident(const IncidentId &id)
{
    return send<IncidentDetail>({"GET", api::incidentPath(id), {}}, &api::readIncidentDetail);
}

QFuture<Result<Incident>> ApiClient::createIncident(const IncidentDraft &draft)
{
    return send<Incident>({"POST", "/api/v1/incidents", api::body(draft), keyOr(draft.requestKey)}, &api::readIncident);
}

QFuture<Result<Incident>> ApiClient::updateIncident(const IncidentId &id, const IncidentChange &change)
{
    return send<Incident>({"PUT", api::incidentPath(id), api::body(change), keyOr(change.requestKey)},
                          &api::readIncident);
}

QFuture<Result<Incident>> ApiClient::resolveIncident(const IncidentId &id, const IncidentResolution &how)
{
    return send<Incident>(
        {"POST", api::incidentPath(id, "/resolve"), api::resolveBody(how.note, how.version), keyOr(how.requestKey)},
        &api::readIncident);
}

QFuture<Result<std::vector<MetricEntry>>> ApiClient::metrics()
{
    return send<std::vector<MetricEntry>>({"GET", "/api/v1/metrics", {}}, &api::readMetrics);
}

QFuture<Result<History>> ApiClient::history(const HistoryQuery &query)
{
    return send<History>({"GET", api::historyPath(query), {}}, &api::readHistory);
}

QFuture<Result<PromAnswer>> ApiClient::query(const PromQuery &query)
{
    return send<PromAnswer>({"GET", api::promPath(query), {}}, &api::readPromAnswer);
}

QFuture<Result<SourceList>> ApiClient::sources()
{
    return send<SourceList>({"GET", "/api/v1/sources", {}}, &api::readSources);
}

QFuture<Result<SourceStatus>> ApiClient::addSource(const SourceDraft &draft)
{
    return send<SourceStatus>({"POST", "/api/v1/sources", api::body(draft), keyOr(draft.requestKey)}, &api::readSource);
}

QFuture<Result<>> ApiClient::removeSource(const SourceId &id)
{
    return send<void>({"DELETE", api::sourcePath(id), {}}, &api::readNothing);
}

QFuture<Result<>> ApiClient::checkSource(const SourceId &id)
{
    return send<void>({"POST", api::sourcePath(id, "/check"), {}, newRequestKey()}, &api::readNothing);
}

QFuture<Result<Json>> ApiClient::sourceAlerts(const SourceId &id)
{
    return send<Json>({"GET", api::sourcePath(id, "/alerts"), {}}, &api::readJson);
}

QFuture<Result<Json>> ApiClient::sourceRules(const SourceId &id)
{
    return send<Json>({"GET", api::sourcePath(id, "/rules"), {}}, &api::readJson);
}

QFuture<Result<Json>> ApiClient::sourceTargets(const SourceId &id)
{
    return send<Json>({"GET", api::sourcePath(id, "/targets"), {}}, &api::readJson);
}

QFuture<Result<ChangePage>> ApiClient::changes(int limit, std::optional<std::int64_t> since)
{
    return send<ChangePage>({"GET", api::changesPath(limit, since), {}}, &api::readChanges);
}

} // namespace vigie
