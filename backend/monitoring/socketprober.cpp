// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/socketprober.h"

#include "backend/monitoring/proberjobs.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <mutex>
#include <thread>

namespace vigie {

struct SocketProber::Impl {
    Impl(Executor &target, std::string server)
        : executor(target)
        , nameServer(std::move(server))
        , wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
        static std::once_flag once;
        std::call_once(once, [] { ares_library_init(ARES_LIB_INIT_ALL); });
        thread = std::thread([this] { run(); });
        pthread_setname_np(thread.native_handle(), "probes");
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        ring();
        thread.join();
        ::close(wake);
    }

    void ring() const
    {
        const std::uint64_t one = 1;
        // Full means that a wake-up is due already.
        [[maybe_unused]] const auto written = ::write(wake, &one, sizeof one);
    }

    void add(std::unique_ptr<ProberJob> job)
    {
        {
            const std::lock_guard lock(mutex);
            queue.push_back(std::move(job));
        }
        ring();
    }

    bool takeQueued()
    {
        std::vector<std::unique_ptr<ProberJob>> fresh;
        bool ends = false;
        {
            const std::lock_guard lock(mutex);
            fresh.swap(queue);
            ends = stopping;
        }
        for (auto &job : fresh) {
            if (!ends)
                job->start();
            jobs.push_back(std::move(job));
        }
        return !ends;
    }

    void endFinished()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        for (auto &job : jobs) {
            if (!job->isFinished() && job->deadline() <= now)
                job->fail({.code = Error::Code::Timeout,
                           .detail = job->waitsFor() + " within " + formatDuration(job->timeout())});
        }
        std::erase_if(jobs, [](const auto &job) { return job->isFinished(); });
    }

    void run()
    {
        std::vector<pollfd> fds;
        while (takeQueued()) {
            endFinished();
            fds.assign(1, pollfd {.fd = wake, .events = POLLIN, .revents = 0});
            Duration wait = std::chrono::hours(1);
            const SteadyTime now = std::chrono::steady_clock::now();
            for (auto &job : jobs) {
                job->poll(fds, wait);
                wait = std::min(wait, std::chrono::duration_cast<Duration>(job->deadline() - now));
            }
            const auto millis = std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::milliseconds>(wait).count());
            ::poll(fds.data(), fds.size(), jobs.empty() ? -1 : static_cast<int>(millis));
            std::uint64_t count = 0;
            if (fds[0].revents) [[maybe_unused]]
                const auto got = ::read(wake, &count, sizeof count);
            for (auto &job : jobs)
                job->process(fds);
        }
        for (auto &job : jobs)
            job->fail({.code = Error::Code::Cancelled, .detail = "the prober ended"});
        jobs.clear();
    }

    Executor &executor;
    const std::string nameServer;
    int wake;
    std::mutex mutex;
    std::vector<std::unique_ptr<ProberJob>> queue;
    bool stopping {false};
    std::vector<std::unique_ptr<ProberJob>> jobs;
    std::thread thread;
};

SocketProber::SocketProber(Executor &executor, std::string nameServer)
    : m_impl(std::make_unique<Impl>(executor, std::move(nameServer)))
{
}

SocketProber::~SocketProber() = default;

void SocketProber::connect(std::string host, std::uint16_t port, Duration timeout,
                           std::function<void(Result<TcpAnswer>)> done)
{
    m_impl->add(makeTcpJob(m_impl->executor, m_impl->nameServer, std::move(host), port, timeout, std::move(done)));
}

void SocketProber::query(std::string server, std::string name, DnsRecordType type, Duration timeout,
                         std::function<void(Result<DnsAnswer>)> done)
{
    m_impl->add(makeDnsJob(m_impl->executor, std::move(server), std::move(name), type, timeout, std::move(done)));
}

Result<std::pair<std::string, std::uint16_t>> splitHostPort(std::string_view text)
{
    const auto bad = fail(Error::Code::Invalid, "expected host:port, with an IPv6 address in brackets");
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return bad;
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        return bad;
    int port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool hostIsOdd = host.empty() || host.size() > 253
        || std::ranges::any_of(host, [](unsigned char c) { return c <= 0x20 || c == '/' || c == '@'; });
    if (hostIsOdd || error != std::errc {} || end != digits.data() + digits.size() || port < 1 || port > 65535)
        return bad;
    return std::pair {std::string(host), static_cast<std::uint16_t>(port)};
}

} // namespace vigie
