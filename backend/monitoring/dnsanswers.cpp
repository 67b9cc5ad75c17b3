// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/proberjobs.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>

#include <array>

namespace vigie {

namespace {
constexpr int dnsHeaderSize = 12;

/// Reads a DNS message from front to back and never beyond its end.
class DnsCursor {
public:
    DnsCursor(const unsigned char *message, int length)
        : m_message(message)
        , m_length(length)
    {
    }

    bool failed() const { return m_failed; }
    int at() const { return m_at; }
    void skip(int bytes)
    {
        if (bytes < 0 || bytes > m_length - m_at)
            m_failed = true;
        else
            m_at += bytes;
    }
    unsigned byte()
    {
        const int here = m_at;
        skip(1);
        return m_failed ? 0 : m_message[here];
    }
    unsigned word()
    {
        const unsigned high = byte();
        return high << 8U | byte();
    }
    std::string name()
    {
        char *text = nullptr;
        long used = 0;
        if (m_failed || m_at >= m_length
            || ares_expand_name(m_message + m_at, m_message, m_length, &text, &used) != ARES_SUCCESS) {
            m_failed = true;
            return {};
        }
        std::string out = text;
        ares_free_string(text);
        skip(static_cast<int>(used));
        return out;
    }
    std::string address(int family, int size)
    {
        const int here = m_at;
        skip(size);
        std::array<char, INET6_ADDRSTRLEN> text {};
        return m_failed ? std::string() : ::inet_ntop(family, m_message + here, text.data(), text.size());
    }
    std::string texts(int end)
    {
        std::string out;
        while (!m_failed && m_at < end) {
            const int size = static_cast<int>(byte());
            if (size > end - m_at) {
                m_failed = true;
                break;
            }
            out.append(reinterpret_cast<const char *>(m_message + m_at), static_cast<std::size_t>(size));
            skip(size);
        }
        return out;
    }

private:
    const unsigned char *m_message;
    int m_length;
    int m_at {0};
    bool m_failed {false};
};

std::string readRecord(DnsCursor &cursor, DnsRecordType type, int size)
{
    switch (type) {
    case DnsRecordType::A:
        return size == 4 ? cursor.address(AF_INET, 4) : std::string();
    case DnsRecordType::Aaaa:
        return size == 16 ? cursor.address(AF_INET6, 16) : std::string();
    case DnsRecordType::Cname:
    case DnsRecordType::Ns:
        return cursor.name();
    case DnsRecordType::Mx: {
        const unsigned preference = cursor.word();
        return std::to_string(preference) + ' ' + cursor.name();
    }
    case DnsRecordType::Txt:
        return cursor.texts(cursor.at() + size);
    }
    return {};
}
} // namespace

unsigned dnsWireType(DnsRecordType type)
{
    static constexpr std::array<unsigned, 6> types {ns_t_a, ns_t_aaaa, ns_t_cname, ns_t_mx, ns_t_txt, ns_t_ns};
    return types[static_cast<std::size_t>(type)];
}

Result<std::vector<std::string>> readDnsAnswers(const unsigned char *message, int length, DnsRecordType type)
{
    DnsCursor cursor(message, length);
    std::vector<std::string> out;
    cursor.skip(4);
    const unsigned questions = cursor.word();
    const unsigned answers = cursor.word();
    cursor.skip(dnsHeaderSize - 8);
    for (unsigned i = 0; i < questions && !cursor.failed(); ++i) {
        cursor.name();
        cursor.skip(4);
    }
    for (unsigned i = 0; i < answers && !cursor.failed(); ++i) {
        cursor.name();
        const unsigned recordType = cursor.word();
        cursor.skip(6);
        const int size = static_cast<int>(cursor.word());
        const int end = cursor.at() + size;
        if (cursor.failed() || size > length - cursor.at())
            return fail(Error::Code::Protocol, "the name server's answer is cut");
        if (recordType == dnsWireType(type))
            out.push_back(readRecord(cursor, type, size));
        cursor.skip(end - cursor.at());
    }
    if (cursor.failed())
        return fail(Error::Code::Protocol, "the name server's answer makes no sense");
    return out;
}

} // namespace vigie
