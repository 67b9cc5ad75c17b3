// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QObject>
#include <QPromise>
#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace vigie {

namespace {
Error secretError(const QKeychain::Job &job)
{
    const std::string text = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.code = Error::Code::NotFound, .detail = text};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.code = Error::Code::Denied, .detail = text};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {.code = Error::Code::Unavailable, .detail = text};
    default:
        return {.code = Error::Code::Internal, .detail = text};
    }
}

/// What the Secret Service knows of an item without opening it (freedesktop.org, "Secret Service API" 0.2).
enum class ItemState : std::uint8_t { NoService, Absent, Locked, Unlocked };

QDBusMessage secretServiceCall(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
}

template<typename T>
QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}
} // namespace

/// Runs the keychain's jobs and the questions about locks. Its destruction finishes every promise.
class KeyringSecretStore::Jobs final : public QObject {
public:
    explicit Jobs(QString service)
        : m_service(std::move(service))
    {
    }

    template<typename T>
    struct Task {
        QPromise<Result<T>> promise;
        bool finished {false};
        Task() { promise.start(); }
        ~Task() { finish(fail(Error::Code::Cancelled, "the console dropped the request")); }
        Task(const Task &) = delete;
        Task &operator=(const Task &) = delete;
        void finish(Result<T> result)
        {
            if (std::exchange(finished, true))
                return;
            promise.addResult(std::move(result));
            promise.finish();
        }
    };

    QFuture<Result<std::string>> read(const QString &key)
    {
        auto task = std::make_shared<Task<std::string>>();
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        run(job, key, [this, task, job, key](std::optional<Error> error) {
            if (!error)
                task->finish(job->textData().toStdString());
            else
                explain(key, *error, [task](const Error &why) { task->finish(tl::unexpected(why)); });
        });
        return task->promise.future();
    }

    QFuture<Result<>> write(const QString &key, const std::string &secret)
    {
        auto task = std::make_shared<Task<void>>();
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(QString::fromStdString(secret));
        run(job, key, [this, task, key](const std::optional<Error> &error) { finishChange(key, task, error); });
        return task->promise.future();
    }

    QFuture<Result<>> remove(const QString &key)
    {
        auto task = std::make_shared<Task<void>>();
        auto *job = new QKeychain::DeletePasswordJob(m_service);
        run(job, key, [this, task, key](const std::optional<Error> &error) {
            if (!error) {
                task->finish({});
                return;
            }
            explain(key, *error, [task](const Error &why) {
                task->finish(why.code == Error::Code::NotFound ? Result<>() : tl::unexpected(why));
            });
        });
        return task->promise.future();
    }

private:
    using Ended = std::function<void(std::optional<Error>)>;

    void run(QKeychain::Job *job, const QString &key, Ended ended)
    {
        job->setKey(key);
        connect(job, &QKeychain::Job::finished, this, [ended = std::move(ended)](QKeychain::Job *done) {
            ended(done->error() == QKeychain::NoError ? std::nullopt : std::optional(secretError(*done)));
        });
        job->start();
    }

    void finishChange(const QString &key, const std::shared_ptr<Task<void>> &task, const std::optional<Error> &error)
    {
        if (!error)
            task->finish({});
        else
            explain(key, *error, [task](const Error &why) { task->finish(tl::unexpected(why)); });
    }

    /// QtKeychain says EntryNotFound for a locked keyring and OtherError without a service. The service itself is asked
    /// what is true; where it does not run (KWallet), QtKeychain's word stands.
    void explain(const QString &key, const Error &error, const std::function<void(const Error &)> &done)
    {
        if (error.code != Error::Code::NotFound && error.code != Error::Code::Internal) {
            done(error);
            return;
        }
        askService(key, [error, done](ItemState state) {
            Error out = error;
            if (state == ItemState::Locked)
                out.code = Error::Code::Denied;
            else if (state == ItemState::NoService && error.code == Error::Code::Internal)
                out.code = Error::Code::Unavailable;
            done(out);
        });
    }

    void askService(const QString &key, std::function<void(ItemState)> done)
    {
        QDBusMessage call
            = secretServiceCall(QStringLiteral("/org/freedesktop/secrets"),
                                QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
        // The attributes QtKeychain's libsecret backend gives an item.
        const QMap<QString, QString> attributes {{QStringLiteral("server"), m_service}, {QStringLiteral("user"), key}};
        call.setArguments({QVariant::fromValue(attributes)});
        watch(call, [this, done = std::move(done)](const QDBusPendingCall &pending) {
            const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = pending;
            if (reply.isError())
                done(ItemState::NoService);
            else if (!reply.argumentAt<1>().isEmpty())
                done(ItemState::Locked);
            else if (!reply.argumentAt<0>().isEmpty())
                done(ItemState::Unlocked);
            else
                askCollection(done);
        });
    }

    /// Nothing found: a locked default collection still means "cannot know", also for a write that was dismissed.
    void askCollection(const std::function<void(ItemState)> &done)
    {
        QDBusMessage call = secretServiceCall(QStringLiteral("/org/freedesktop/secrets/aliases/default"),
                                              QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        call.setArguments({QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
        watch(call, [done](const QDBusPendingCall &pending) {
            const QDBusPendingReply<QDBusVariant> reply = pending;
            const bool locked = !reply.isError() && reply.value().variant().toBool();
            done(locked ? ItemState::Locked : ItemState::Absent);
        });
    }

    void watch(const QDBusMessage &call, std::function<void(const QDBusPendingCall &)> done)
    {
        constexpr int timeoutMs = 5'000;
        auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, timeoutMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [done = std::move(done)](QDBusPendingCallWatcher *self) {
                    self->deleteLater();
                    done(*self);
                });
    }

    const QString m_service;
};

KeyringSecretStore::KeyringSecretStore(QString service)
    : m_jobs(std::make_unique<Jobs>(std::move(service)))
{
    // Without it the attributes of SearchItems do not get onto the bus.
    qDBusRegisterMetaType<QMap<QString, QString>>();
}

KeyringSecretStore::~KeyringSecretStore() = default;

QFuture<Result<std::string>> KeyringSecretStore::read(const QString &key)
{
    return m_jobs->read(key);
}

QFuture<Result<>> KeyringSecretStore::write(const QString &key, const std::string &secret)
{
    return m_jobs->write(key, secret);
}

QFuture<Result<>> KeyringSecretStore::remove(const QString &key)
{
    return m_jobs->remove(key);
}

QFuture<Result<std::string>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        return readyFuture<std::string>(fail(Error::Code::NotFound, "not given in this run"));
    return readyFuture<std::string>(found->second);
}

QFuture<Result<>> MemorySecretStore::write(const QString &key, const std::string &secret)
{
    m_secrets[key] = secret;
    return readyFuture<void>({});
}

QFuture<Result<>> MemorySecretStore::remove(const QString &key)
{
    m_secrets.erase(key);
    return readyFuture<void>({});
}

} // namespace vigie
