// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/probes.h"

#include "backend/expr/regex.h"
#include "backend/monitoring/bodypattern.h"
#include "backend/monitoring/httprequests.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr std::size_t maxProbeBody = 8U << 20U;

double inSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// The samples and the verdict of one probing, on their way to Collector::Done.
struct ProbeReport {
    std::string probe;
    Collection found;

    explicit ProbeReport(const SourceConfig &config)
        : probe(config.name)
    {
    }
    void add(const char *name, double value)
    {
        found.samples.push_back({{.name = name, .labels = LabelSet {{"probe", probe}}}, value});
    }
    void addPhase(const char *phase, Duration from, Duration to)
    {
        // A phase that did not happen (no TLS, a connection used again) has no time of its own.
        if (to > from)
            found.samples.push_back(
                {{.name = "probe_http_phase_seconds", .labels = LabelSet {{"phase", phase}, {"probe", probe}}},
                 inSeconds(to - from)});
    }
    Collection finish(std::optional<Error> error, Duration duration)
    {
        add("probe_success", error ? 0 : 1);
        add("probe_duration_seconds", inSeconds(duration));
        found.error = std::move(error);
        return std::move(found);
    }
};

/// What a probe needs after its collector may have ended; shared with the calls under way.
struct ProbeState {
    SourceConfig config;
    const Clock &clock;
    BodyPattern body;
    Regex answer;
    Duration since(SteadyTime start) const { return std::chrono::duration_cast<Duration>(clock.steadyNow() - start); }
};

std::optional<Error> httpVerdict(const ProbeState &state, const HttpResponse &response)
{
    const auto &expected = state.config.expectStatus;
    const bool good = std::ranges::any_of(expected, [&](const StatusRange &range) {
        return response.status >= range.first && response.status <= range.last;
    });
    if (!good)
        return Error {.code = Error::Code::Protocol,
                      .detail
                      = "status " + std::to_string(response.status) + ", expected " + formatStatusRanges(expected)};
    if (!state.body.isIn(response.body))
        return Error {.code = Error::Code::Protocol, .detail = "the body does not contain " + state.config.bodyMatch};
    return std::nullopt;
}

Collection httpReport(const ProbeState &state, const Result<HttpResponse> &response,
                      const std::optional<Timestamp> &certificateExpiry, Duration elapsed)
{
    ProbeReport report(state.config);
    // Of a refused certificate, too: an expired one must be seen as just that.
    if (certificateExpiry)
        report.add("probe_tls_certificate_expiry_seconds", inSeconds(*certificateExpiry - state.clock.now()));
    if (!response)
        return report.finish(response.error(), elapsed);
    report.add("probe_http_status_code", response->status);
    const Duration connected = std::max(response->connect, response->nameLookup);
    const Duration secured = std::max(response->tlsHandshake, connected);
    report.addPhase("resolve", Duration(0), response->nameLookup);
    report.addPhase("connect", response->nameLookup, response->connect);
    report.addPhase("tls", connected, response->tlsHandshake);
    report.addPhase("processing", secured, response->firstByte);
    report.addPhase("transfer", response->firstByte, response->total);
    return report.finish(httpVerdict(state, *response), response->total);
}

class HttpProbe final : public Collector {
public:
    HttpProbe(std::shared_ptr<const ProbeState> state, HttpClient &http)
        : m_state(std::move(state))
        , m_http(http)
    {
    }

    void collect(Done done) override
    {
        const SourceConfig &config = m_state->config;
        HttpRequest request = sourceRequest(config, {});
        request.method = config.method;
        request.body = config.body;
        request.headers.insert(request.headers.end(), config.headers.begin(), config.headers.end());
        request.followRedirects = config.followRedirects;
        request.wantCertificate = config.target.starts_with("https:");
        request.maxBody = maxProbeBody;
        const auto expiry = std::make_shared<std::optional<Timestamp>>();
        request.certificateSeen = [expiry](Timestamp seen) { *expiry = seen; };
        const SteadyTime start = m_state->clock.steadyNow();
        m_http.send(std::move(request),
                    [state = m_state, start, expiry, done = std::move(done)](const Result<HttpResponse> &response) {
                        if (response && response->certificateExpiry)
                            *expiry = response->certificateExpiry;
                        done(httpReport(*state, response, *expiry, state->since(start)));
                    });
    }

private:
    std::shared_ptr<const ProbeState> m_state;
    HttpClient &m_http;
};

class TcpProbe final : public Collector {
public:
    TcpProbe(std::shared_ptr<const ProbeState> state, SocketProber &sockets)
        : m_state(std::move(state))
        , m_sockets(sockets)
    {
    }

    void collect(Done done) override
    {
        const auto place = splitHostPort(m_state->config.target);
        if (!place) {
            done(ProbeReport(m_state->config).finish(place.error(), Duration(0)));
            return;
        }
        const SteadyTime start = m_state->clock.steadyNow();
        m_sockets.connect(place->first, place->second, m_state->config.timeout,
                          [state = m_state, start, done = std::move(done)](const Result<TcpAnswer> &answer) {
                              ProbeReport report(state->config);
                              if (answer)
                                  done(report.finish(std::nullopt, answer->total));
                              else
                                  done(report.finish(answer.error(), state->since(start)));
                          });
    }

private:
    std::shared_ptr<const ProbeState> m_state;
    SocketProber &m_sockets;
};

std::optional<Error> dnsVerdict(const ProbeState &state, const std::vector<std::string> &answers)
{
    const SourceConfig &config = state.config;
    if (answers.empty())
        return Error {.code = Error::Code::Protocol,
                      .detail
                      = config.target + " has no record of type " + std::string(dnsRecordTypeName(config.recordType))};
    const bool good = config.expectAnswer.empty()
        || std::ranges::any_of(answers, [&](const std::string &text) { return state.answer.matches(text); });
    if (!good)
        return Error {.code = Error::Code::Protocol, .detail = "no answer matches " + config.expectAnswer};
    return std::nullopt;
}

class DnsProbe final : public Collector {
public:
    DnsProbe(std::shared_ptr<const ProbeState> state, SocketProber &sockets)
        : m_state(std::move(state))
        , m_sockets(sockets)
    {
    }

    void collect(Done done) override
    {
        const SourceConfig &config = m_state->config;
        const SteadyTime start = m_state->clock.steadyNow();
        m_sockets.query(config.server, config.target, config.recordType, config.timeout,
                        [state = m_state, start, done = std::move(done)](const Result<DnsAnswer> &answer) {
                            ProbeReport report(state->config);
                            if (!answer) {
                                done(report.finish(answer.error(), state->since(start)));
                                return;
                            }
                            report.add("probe_dns_answers", static_cast<double>(answer->answers.size()));
                            done(report.finish(dnsVerdict(*state, answer->answers), answer->total));
                        });
    }

private:
    std::shared_ptr<const ProbeState> m_state;
    SocketProber &m_sockets;
};

std::shared_ptr<const ProbeState> probeState(const SourceConfig &config, const Clock &clock)
{
    // validate() compiled both already; a pattern that fails here would match nothing.
    auto body = BodyPattern::compile(config.bodyMatch);
    auto answer = Regex::compile(config.expectAnswer);
    return std::make_shared<const ProbeState>(ProbeState {.config = config,
                                                          .clock = clock,
                                                          .body = body ? *std::move(body) : BodyPattern(),
                                                          .answer = answer ? *std::move(answer) : Regex()});
}
} // namespace

std::unique_ptr<Collector> makeHttpProbe(const SourceConfig &config, const CollectorParts &parts)
{
    return std::make_unique<HttpProbe>(probeState(config, parts.clock), parts.http);
}

std::unique_ptr<Collector> makeTcpProbe(const SourceConfig &config, const CollectorParts &parts)
{
    return std::make_unique<TcpProbe>(probeState(config, parts.clock), parts.sockets);
}

std::unique_ptr<Collector> makeDnsProbe(const SourceConfig &config, const CollectorParts &parts)
{
    return std::make_unique<DnsProbe>(probeState(config, parts.clock), parts.sockets);
}

} // namespace vigie
