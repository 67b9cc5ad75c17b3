// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/childprocess.h"

#include "backend/remote/remoteclient.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace vigie::bench {

Result<ChildProcess> ChildProcess::start(const std::vector<std::string> &arguments, const std::string &outputFile,
                                         const std::vector<std::string> &environment)
{
    std::vector<char *> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str())); // execvp promises not to write
    argv.push_back(nullptr);
    const pid_t pid = fork();
    if (pid < 0)
        return fail(Error::Code::Unavailable, "fork failed");
    if (pid == 0) {
        setpgid(0, 0);
        const int out = open(outputFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        for (const std::string &variable : environment)
            putenv(const_cast<char *>(variable.c_str()));
        execvp(argv[0], argv.data());
        _exit(127);
    }
    setpgid(pid, pid);
    return ChildProcess(pid);
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
{
}

ChildProcess::~ChildProcess()
{
    if (m_pid <= 0)
        return;
    kill(-m_pid, SIGTERM);
    for (int i = 0; i < 100; ++i) {
        if (waitpid(m_pid, nullptr, WNOHANG) != 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    kill(-m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

int ChildProcess::wait()
{
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

ProcessUse useOf(pid_t pid)
{
    ProcessUse use;
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(stat, line);
    // After the name in brackets, which may hold spaces: state is field 3, utime 14, stime 15 (proc(5)).
    std::istringstream fields(line.substr(std::min(line.size(), line.rfind(')') + 1)));
    std::string skipped;
    for (int i = 3; i < 14; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    use.cpuSeconds = (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    while (std::getline(status, line)) {
        std::istringstream words(line);
        std::string name;
        std::uint64_t kib = 0;
        words >> name >> kib;
        if (name == "VmRSS:")
            use.residentBytes = kib << 10U;
        if (name == "VmHWM:")
            use.peakBytes = kib << 10U;
    }
    return use;
}

Result<std::string> runProgram(const std::vector<std::string> &arguments)
{
    const std::string folder = makeFolder();
    auto child = ChildProcess::start(arguments, folder + "/out");
    if (!child)
        return tl::unexpected(child.error());
    const int status = child->wait();
    std::string output = readFile(folder + "/out");
    removeFolder(folder);
    if (status == 127)
        return fail(Error::Code::NotFound, arguments[0] + " is not installed");
    if (status != 0)
        return fail(Error::Code::Unavailable, arguments[0] + " ended with " + std::to_string(status) + ": " + output);
    return output;
}

std::uint16_t freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    // The socket interface is made of such casts.
    const bool found = bind(listener, reinterpret_cast<sockaddr *>(&address), length) == 0
        && getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) == 0;
    close(listener);
    return found ? ntohs(address.sin_port) : 0;
}

bool waitUntilReady(const std::string &url, int seconds)
{
    const auto slash = url.find('/', url.find("//") + 2);
    for (int i = 0; i < seconds * 20; ++i) {
        RemoteClient client(
            {.url = url.substr(0, slash), .token = {}, .caFile = {}, .timeout = std::chrono::seconds(1)});
        const auto answer = client.get(url.substr(slash));
        // A body that is no JSON is an answer, too.
        if (answer || answer.error().code == Error::Code::Protocol)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

std::string makeFolder()
{
    std::string pattern = std::filesystem::temp_directory_path() / "vigie-bench-XXXXXX";
    return mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
}

void removeFolder(const std::string &folder)
{
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

void writeFile(const std::string &file, const std::string &content)
{
    std::ofstream(file, std::ios::binary) << content;
}

std::string readFile(const std::string &file)
{
    const std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace vigie::bench
