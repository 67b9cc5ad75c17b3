// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logins with the private token.
#include "backend/server/requestguard.h"
#include "backend/server/tokenauthority.h"
#include "tests/server/testserver.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class TstAuth : public QObject {
    Q_OBJECT
    static TokenAuthority authority(FakeClock &clock, FakeRandom &random, TokenAuthorityOptions options = {})
    {
        return TokenAuthority(privateToken, {"owner", {"admin"}, {}, {}}, clock, random, options);
    }

private Q_SLOTS:
    void loginUseLogout()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(privateToken, "::1");
        QVERIFY(login);
        QVERIFY(login->accessToken.size() >= 43); // 256 bits
        const auto who = tokens.authenticate(login->accessToken);
        QVERIFY(who);
        QCOMPARE(who->name, std::string("owner"));
        QVERIFY(tokens.isAlive(who->session));
        tokens.logout(who->session);
        QVERIFY(!tokens.authenticate(login->accessToken));
        QVERIFY(!tokens.isAlive(who->session));
    }

    void wrongTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("prefix") << QByteArray::fromStdString(privateToken.substr(0, privateToken.size() - 1));
        QTest::newRow("longer") << QByteArray::fromStdString(privateToken + "x");
        QTest::newRow("other case") << QByteArray::fromStdString(privateToken).toUpper();
    }
    void wrongTokens()
    {
        QFETCH(QByteArray, token);
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(token.toStdString(), "::1");
        QVERIFY(!login && login.error().code == Error::Code::Unauthenticated);
        QVERIFY(!tokens.authenticate(token.toStdString()));
    }

    void aShortPrivateTokenOpensNothing()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens("", {"owner", {}, {}, {}}, clock, random);
        QVERIFY(!tokens.login("", "::1"));
    }

    void endsAfterItsLifetime()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(privateToken, "::1");
        clock.advance(12h - 1s);
        QVERIFY(tokens.authenticate(login->accessToken));
        clock.advance(2s);
        QVERIFY(!tokens.authenticate(login->accessToken));
        QVERIFY(!tokens.isAlive(login->principal.session));
        QVERIFY(!tokens.refresh(login->principal.session));
    }

    void refreshKeepsTheSessionAndEndsTheOldToken()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(privateToken, "::1");
        clock.advance(11h);
        const auto fresh = tokens.refresh(login->principal.session);
        QVERIFY(fresh);
        QVERIFY(fresh->accessToken != login->accessToken);
        QCOMPARE(fresh->principal.session, login->principal.session);
        QVERIFY(tokens.authenticate(login->accessToken)); // for requests under way
        clock.advance(2min);
        QVERIFY(!tokens.authenticate(login->accessToken));
        clock.advance(11h);
        QVERIFY(tokens.authenticate(fresh->accessToken));
        QVERIFY(tokens.isAlive(login->principal.session));
    }

    void refreshNeverMakesTheOldTokenLiveLonger()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(privateToken, "::1");
        clock.advance(12h - 5s);
        QVERIFY(tokens.refresh(login->principal.session));
        QVERIFY(tokens.authenticate(login->accessToken));
        clock.advance(6s);
        QVERIFY(!tokens.authenticate(login->accessToken));
    }

    void aLoginHasAtMostTwoTokens()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        const auto login = tokens.login(privateToken, "::1");
        const auto second = tokens.refresh(login->principal.session);
        const auto third = tokens.refresh(login->principal.session);
        QVERIFY(!tokens.authenticate(login->accessToken));
        QVERIFY(tokens.authenticate(second->accessToken));
        QVERIFY(tokens.authenticate(third->accessToken));
    }

    void sessionsAreBounded()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random, {12h, 1min, 3, 10});
        const auto first = tokens.login(privateToken, "::1");
        for (int i = 0; i < 3; ++i) {
            clock.advance(1s);
            QVERIFY(tokens.login(privateToken, "::1"));
        }
        QCOMPARE(tokens.sessions(), std::size_t {3});
        QVERIFY(!tokens.authenticate(first->accessToken));
    }

    void failuresAreLimitedByAddressButNeverLockTheOwnerOut()
    {
        FakeClock clock;
        FakeRandom random;
        TokenAuthority tokens = authority(clock, random);
        for (int i = 0; i < 10; ++i)
            QVERIFY(tokens.login("wrong", "::1").error().code == Error::Code::Unauthenticated);
        QVERIFY(tokens.login("wrong", "::1").error().code == Error::Code::RateLimited);
        QVERIFY(tokens.login("wrong", "::2").error().code == Error::Code::Unauthenticated);
        QVERIFY(tokens.login(privateToken, "::1"));
        clock.advance(61s);
        QVERIFY(tokens.login("wrong", "::1").error().code == Error::Code::Unauthenticated);
    }

    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *host, bool allowed) {
            QTest::newRow(*host ? host : "empty") << QByteArray(host) << allowed;
        };
        for (const char *good : {"localhost", "localhost:80", "LocalHost:1", "127.0.0.1", "127.0.0.1:8080", "[::1]",
                                 "[::1]:9", "10.1.2.3:9", "vigie.example:443", "VIGIE.example"})
            row(good, true);
        for (const char *bad : {"", "evil.example", "localhost.evil", "localhost:80x", "127.0.0.1:x", "127.0.0.1.evil",
                                "[::1", "[evil]:1", "[::1]x", "vigie.example.evil"})
            row(bad, false);
    }
    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, allowed);
        const std::vector<std::string> names {"vigie.example"};
        const bool result = isAllowedHost(host.toStdString(), names);
        QCOMPARE(result, allowed);
    }

    void bearer()
    {
        QCOMPARE(bearerToken("Bearer abc"), std::string_view("abc"));
        QCOMPARE(bearerToken("bearer  abc"), std::string_view("abc"));
        QCOMPARE(bearerToken("Basic abc"), std::string_view());
        QCOMPARE(bearerToken("Bearer"), std::string_view());
    }

    void overTheWire()
    {
        TestServer server;
        RawClient client;
        QVERIFY(client.connect(server.port()));
        const std::string header = "Authorization: Bearer " + server.login() + "\r\n";
        const auto answer = client.request("GET", "/private", {}, header);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, std::string("owner"));
        const auto refused = client.request("GET", "/private", {}, "Authorization: Basic b3duZXI6eA==\r\n");
        QCOMPARE(refused->status, 401);
        QVERIFY(refused->header("www-authenticate").starts_with("Bearer"));
    }
};

QTEST_GUILESS_MAIN(TstAuth)
#include "tst_auth.moc"
