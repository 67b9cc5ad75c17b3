// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/curlhttpclient.h"

#include "backend/net/curltransfer.h"

#include <pthread.h>

#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace vigie {

namespace {
constexpr long keptConnections = 32;
constexpr int idleWakeMillis = 60'000;

void startCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}
} // namespace

struct CurlHttpClient::Impl {
    explicit Impl(Executor &target)
        : executor(target)
        , multi((startCurlOnce(), curl_multi_init()))
    {
        curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, keptConnections);
        thread = std::thread([this] { run(); });
        pthread_setname_np(thread.native_handle(), "http-out");
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        curl_multi_wakeup(multi);
        thread.join();
        curl_multi_cleanup(multi);
    }

    void complete(HttpClient::Done done, Result<HttpResponse> result)
    {
        executor.post([done = std::move(done), result = std::move(result)]() mutable { done(std::move(result)); });
    }

    void start(std::unique_ptr<CurlTransfer> transfer)
    {
        if (auto ready = transfer->prepare(); !ready) {
            complete(transfer->takeDone(), tl::unexpected(ready.error()));
            return;
        }
        CURL *handle = transfer->handle();
        active.emplace(handle, std::move(transfer));
        curl_multi_add_handle(multi, handle);
    }

    void finished(CURL *handle, CURLcode code)
    {
        curl_multi_remove_handle(multi, handle);
        const auto found = active.find(handle);
        std::unique_ptr<CurlTransfer> transfer = std::move(found->second);
        active.erase(found);
        if (auto outcome = transfer->finish(code))
            complete(transfer->takeDone(), *std::move(outcome));
        else
            start(std::move(transfer));
    }

    /// False when the client ends.
    bool takeQueued()
    {
        std::vector<std::unique_ptr<CurlTransfer>> fresh;
        {
            const std::lock_guard lock(mutex);
            fresh.swap(queue);
            if (stopping) {
                for (auto &transfer : fresh)
                    complete(transfer->takeDone(), cancelled());
                return false;
            }
        }
        for (auto &transfer : fresh)
            start(std::move(transfer));
        return true;
    }

    static tl::unexpected<Error> cancelled() { return fail(Error::Code::Cancelled, "the HTTP client ended"); }

    void run()
    {
        while (takeQueued()) {
            int running = 0;
            curl_multi_perform(multi, &running);
            int left = 0;
            while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
                if (message->msg == CURLMSG_DONE)
                    finished(message->easy_handle, message->data.result);
            }
            curl_multi_poll(multi, nullptr, 0, idleWakeMillis, nullptr);
        }
        for (auto &[handle, transfer] : active) {
            curl_multi_remove_handle(multi, handle);
            complete(transfer->takeDone(), cancelled());
        }
        active.clear();
    }

    Executor &executor;
    CURLM *multi;
    std::mutex mutex;
    std::vector<std::unique_ptr<CurlTransfer>> queue;
    bool stopping {false};
    std::unordered_map<CURL *, std::unique_ptr<CurlTransfer>> active;
    std::thread thread;
};

CurlHttpClient::CurlHttpClient(Executor &executor)
    : m_impl(std::make_unique<Impl>(executor))
{
}

CurlHttpClient::~CurlHttpClient() = default;

void CurlHttpClient::send(HttpRequest request, Done done)
{
    auto transfer = std::make_unique<CurlTransfer>(std::move(request), std::move(done));
    {
        const std::lock_guard lock(m_impl->mutex);
        m_impl->queue.push_back(std::move(transfer));
    }
    curl_multi_wakeup(m_impl->multi);
}

} // namespace vigie
