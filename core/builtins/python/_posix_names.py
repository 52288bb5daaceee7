# Numbers that the system calls have, and names that sysconf() and its kin know: Linux on x86-64.


def _pairs(text):
    made = {}
    for entry in text.split():
        name, _, value = entry.partition("=")
        made[name] = int(value, 0)
    return made


constants = _pairs("""
CLD_CONTINUED=6 CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4
EFD_CLOEXEC=524288 EFD_NONBLOCK=2048 EFD_SEMAPHORE=1 EX_CANTCREAT=73 EX_CONFIG=78 EX_DATAERR=65
EX_IOERR=74 EX_NOHOST=68 EX_NOINPUT=66 EX_NOPERM=77 EX_NOUSER=67 EX_OK=0 EX_OSERR=71 EX_OSFILE=72
EX_PROTOCOL=76 EX_SOFTWARE=70 EX_TEMPFAIL=75 EX_UNAVAILABLE=69 EX_USAGE=64 F_LOCK=1 F_OK=0 F_TEST=3
F_TLOCK=2 F_ULOCK=0 GRND_NONBLOCK=1 GRND_RANDOM=2 MFD_ALLOW_SEALING=2 MFD_CLOEXEC=1 MFD_HUGETLB=4
MFD_HUGE_16GB=0x88000000 MFD_HUGE_16MB=0x60000000 MFD_HUGE_1GB=0x78000000 MFD_HUGE_1MB=0x50000000
MFD_HUGE_256MB=0x70000000 MFD_HUGE_2GB=0x7c000000 MFD_HUGE_2MB=0x54000000 MFD_HUGE_32MB=0x64000000
MFD_HUGE_512KB=0x4c000000 MFD_HUGE_512MB=0x74000000 MFD_HUGE_64KB=0x40000000
MFD_HUGE_8MB=0x5c000000 MFD_HUGE_MASK=63 MFD_HUGE_SHIFT=26 NGROUPS_MAX=65536 O_ACCMODE=3
O_APPEND=1024 O_ASYNC=8192 O_CLOEXEC=524288 O_CREAT=64 O_DIRECT=16384 O_DIRECTORY=65536
O_DSYNC=4096 O_EXCL=128 O_FSYNC=1052672 O_LARGEFILE=0 O_NDELAY=2048 O_NOATIME=262144 O_NOCTTY=256
O_NOFOLLOW=131072 O_NONBLOCK=2048 O_PATH=2097152 O_RDONLY=0 O_RDWR=2 O_RSYNC=1052672 O_SYNC=1052672
O_TMPFILE=4259840 O_TRUNC=512 O_WRONLY=1 POSIX_FADV_DONTNEED=4 POSIX_FADV_NOREUSE=5
POSIX_FADV_NORMAL=0 POSIX_FADV_RANDOM=1 POSIX_FADV_SEQUENTIAL=2 POSIX_FADV_WILLNEED=3
POSIX_SPAWN_CLOSE=1 POSIX_SPAWN_DUP2=2 POSIX_SPAWN_OPEN=0 PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2
P_ALL=0 P_PGID=2 P_PID=1 P_PIDFD=3 RTLD_DEEPBIND=8 RTLD_GLOBAL=256 RTLD_LAZY=1 RTLD_LOCAL=0
RTLD_NODELETE=4096 RTLD_NOLOAD=4 RTLD_NOW=2 RWF_APPEND=16 RWF_DSYNC=2 RWF_HIPRI=1 RWF_NOWAIT=8
RWF_SYNC=4 R_OK=4 SCHED_BATCH=3 SCHED_FIFO=1 SCHED_IDLE=5 SCHED_OTHER=0
SCHED_RESET_ON_FORK=0x40000000 SCHED_RR=2 SEEK_DATA=3 SEEK_HOLE=4 SPLICE_F_MORE=4 SPLICE_F_MOVE=1
SPLICE_F_NONBLOCK=2 ST_APPEND=256 ST_MANDLOCK=64 ST_NOATIME=1024 ST_NODEV=4 ST_NODIRATIME=2048
ST_NOEXEC=8 ST_NOSUID=2 ST_RDONLY=1 ST_RELATIME=4096 ST_SYNCHRONOUS=16 ST_WRITE=128 TMP_MAX=238328
WCONTINUED=8 WEXITED=4 WNOHANG=1 WNOWAIT=16777216 WSTOPPED=2 WUNTRACED=2 W_OK=2 XATTR_CREATE=1
XATTR_REPLACE=2 XATTR_SIZE_MAX=65536 X_OK=1
""")
sysconf_names = _pairs("""
SC_2_CHAR_TERM=95 SC_2_C_BIND=47 SC_2_C_DEV=48 SC_2_C_VERSION=96 SC_2_FORT_DEV=49 SC_2_FORT_RUN=50
SC_2_LOCALEDEF=52 SC_2_SW_DEV=51 SC_2_UPE=97 SC_2_VERSION=46 SC_AIO_LISTIO_MAX=23 SC_AIO_MAX=24
SC_AIO_PRIO_DELTA_MAX=25 SC_ARG_MAX=0 SC_ASYNCHRONOUS_IO=12 SC_ATEXIT_MAX=87 SC_AVPHYS_PAGES=86
SC_BC_BASE_MAX=36 SC_BC_DIM_MAX=37 SC_BC_SCALE_MAX=38 SC_BC_STRING_MAX=39 SC_CHARCLASS_NAME_MAX=45
SC_CHAR_BIT=101 SC_CHAR_MAX=102 SC_CHAR_MIN=103 SC_CHILD_MAX=1 SC_CLK_TCK=2 SC_COLL_WEIGHTS_MAX=40
SC_DELAYTIMER_MAX=26 SC_EQUIV_CLASS_MAX=41 SC_EXPR_NEST_MAX=42 SC_FSYNC=15 SC_GETGR_R_SIZE_MAX=69
SC_GETPW_R_SIZE_MAX=70 SC_INT_MAX=104 SC_INT_MIN=105 SC_IOV_MAX=60 SC_JOB_CONTROL=7 SC_LINE_MAX=43
SC_LOGIN_NAME_MAX=71 SC_LONG_BIT=106 SC_MAPPED_FILES=16 SC_MB_LEN_MAX=108 SC_MEMLOCK=17
SC_MEMLOCK_RANGE=18 SC_MEMORY_PROTECTION=19 SC_MESSAGE_PASSING=20 SC_MINSIGSTKSZ=249
SC_MQ_OPEN_MAX=27 SC_MQ_PRIO_MAX=28 SC_NGROUPS_MAX=3 SC_NL_ARGMAX=119 SC_NL_LANGMAX=120
SC_NL_MSGMAX=121 SC_NL_NMAX=122 SC_NL_SETMAX=123 SC_NL_TEXTMAX=124 SC_NPROCESSORS_CONF=83
SC_NPROCESSORS_ONLN=84 SC_NZERO=109 SC_OPEN_MAX=4 SC_PAGESIZE=30 SC_PAGE_SIZE=30 SC_PASS_MAX=88
SC_PHYS_PAGES=85 SC_PII=53 SC_PII_INTERNET=56 SC_PII_INTERNET_DGRAM=62 SC_PII_INTERNET_STREAM=61
SC_PII_OSI=57 SC_PII_OSI_CLTS=64 SC_PII_OSI_COTS=63 SC_PII_OSI_M=65 SC_PII_SOCKET=55 SC_PII_XTI=54
SC_POLL=58 SC_PRIORITIZED_IO=13 SC_PRIORITY_SCHEDULING=10 SC_REALTIME_SIGNALS=9 SC_RE_DUP_MAX=44
SC_RTSIG_MAX=31 SC_SAVED_IDS=8 SC_SCHAR_MAX=111 SC_SCHAR_MIN=112 SC_SELECT=59 SC_SEMAPHORES=21
SC_SEM_NSEMS_MAX=32 SC_SEM_VALUE_MAX=33 SC_SHARED_MEMORY_OBJECTS=22 SC_SHRT_MAX=113 SC_SHRT_MIN=114
SC_SIGQUEUE_MAX=34 SC_SSIZE_MAX=110 SC_STREAM_MAX=5 SC_SYNCHRONIZED_IO=14 SC_THREADS=67
SC_THREAD_ATTR_STACKADDR=77 SC_THREAD_ATTR_STACKSIZE=78 SC_THREAD_DESTRUCTOR_ITERATIONS=73
SC_THREAD_KEYS_MAX=74 SC_THREAD_PRIORITY_SCHEDULING=79 SC_THREAD_PRIO_INHERIT=80
SC_THREAD_PRIO_PROTECT=81 SC_THREAD_PROCESS_SHARED=82 SC_THREAD_SAFE_FUNCTIONS=68
SC_THREAD_STACK_MIN=75 SC_THREAD_THREADS_MAX=76 SC_TIMERS=11 SC_TIMER_MAX=35 SC_TTY_NAME_MAX=72
SC_TZNAME_MAX=6 SC_T_IOV_MAX=66 SC_UCHAR_MAX=115 SC_UINT_MAX=116 SC_UIO_MAXIOV=60 SC_ULONG_MAX=117
SC_USHRT_MAX=118 SC_VERSION=29 SC_WORD_BIT=107 SC_XBS5_ILP32_OFF32=125 SC_XBS5_ILP32_OFFBIG=126
SC_XBS5_LP64_OFF64=127 SC_XBS5_LPBIG_OFFBIG=128 SC_XOPEN_CRYPT=92 SC_XOPEN_ENH_I18N=93
SC_XOPEN_LEGACY=129 SC_XOPEN_REALTIME=130 SC_XOPEN_REALTIME_THREADS=131 SC_XOPEN_SHM=94
SC_XOPEN_UNIX=91 SC_XOPEN_VERSION=89 SC_XOPEN_XCU_VERSION=90 SC_XOPEN_XPG2=98 SC_XOPEN_XPG3=99
SC_XOPEN_XPG4=100
""")
confstr_names = _pairs("""
CS_GNU_LIBC_VERSION=2 CS_GNU_LIBPTHREAD_VERSION=3 CS_LFS64_CFLAGS=1004 CS_LFS64_LDFLAGS=1005
CS_LFS64_LIBS=1006 CS_LFS64_LINTFLAGS=1007 CS_LFS_CFLAGS=1000 CS_LFS_LDFLAGS=1001 CS_LFS_LIBS=1002
CS_LFS_LINTFLAGS=1003 CS_PATH=0 CS_XBS5_ILP32_OFF32_CFLAGS=1100 CS_XBS5_ILP32_OFF32_LDFLAGS=1101
CS_XBS5_ILP32_OFF32_LIBS=1102 CS_XBS5_ILP32_OFF32_LINTFLAGS=1103 CS_XBS5_ILP32_OFFBIG_CFLAGS=1104
CS_XBS5_ILP32_OFFBIG_LDFLAGS=1105 CS_XBS5_ILP32_OFFBIG_LIBS=1106
CS_XBS5_ILP32_OFFBIG_LINTFLAGS=1107 CS_XBS5_LP64_OFF64_CFLAGS=1108 CS_XBS5_LP64_OFF64_LDFLAGS=1109
CS_XBS5_LP64_OFF64_LIBS=1110 CS_XBS5_LP64_OFF64_LINTFLAGS=1111 CS_XBS5_LPBIG_OFFBIG_CFLAGS=1112
CS_XBS5_LPBIG_OFFBIG_LDFLAGS=1113 CS_XBS5_LPBIG_OFFBIG_LIBS=1114
CS_XBS5_LPBIG_OFFBIG_LINTFLAGS=1115
""")
pathconf_names = _pairs("""
PC_ALLOC_SIZE_MIN=18 PC_ASYNC_IO=10 PC_CHOWN_RESTRICTED=6 PC_FILESIZEBITS=13 PC_LINK_MAX=0
PC_MAX_CANON=1 PC_MAX_INPUT=2 PC_NAME_MAX=3 PC_NO_TRUNC=7 PC_PATH_MAX=4 PC_PIPE_BUF=5 PC_PRIO_IO=11
PC_REC_INCR_XFER_SIZE=14 PC_REC_MAX_XFER_SIZE=15 PC_REC_MIN_XFER_SIZE=16 PC_REC_XFER_ALIGN=17
PC_SOCK_MAXBUF=12 PC_SYMLINK_MAX=19 PC_SYNC_IO=9 PC_VDISABLE=8
""")
_TEXTS = """
1 Operation not permitted
2 No such file or directory
3 No such process
4 Interrupted system call
5 Input/output error
6 No such device or address
7 Argument list too long
8 Exec format error
9 Bad file descriptor
10 No child processes
11 Resource temporarily unavailable
12 Cannot allocate memory
13 Permission denied
14 Bad address
15 Block device required
16 Device or resource busy
17 File exists
18 Invalid cross-device link
19 No such device
20 Not a directory
21 Is a directory
22 Invalid argument
23 Too many open files in system
24 Too many open files
25 Inappropriate ioctl for device
26 Text file busy
27 File too large
28 No space left on device
29 Illegal seek
30 Read-only file system
31 Too many links
32 Broken pipe
33 Numerical argument out of domain
34 Numerical result out of range
35 Resource deadlock avoided
36 File name too long
37 No locks available
38 Function not implemented
39 Directory not empty
40 Too many levels of symbolic links
42 No message of desired type
43 Identifier removed
44 Channel number out of range
45 Level 2 not synchronized
46 Level 3 halted
47 Level 3 reset
48 Link number out of range
49 Protocol driver not attached
50 No CSI structure available
51 Level 2 halted
52 Invalid exchange
53 Invalid request descriptor
54 Exchange full
55 No anode
56 Invalid request code
57 Invalid slot
59 Bad font file format
60 Device not a stream
61 No data available
62 Timer expired
63 Out of streams resources
64 Machine is not on the network
65 Package not installed
66 Object is remote
67 Link has been severed
68 Advertise error
69 Srmount error
70 Communication error on send
71 Protocol error
72 Multihop attempted
73 RFS specific error
74 Bad message
75 Value too large for defined data type
76 Name not unique on network
77 File descriptor in bad state
78 Remote address changed
79 Can not access a needed shared library
80 Accessing a corrupted shared library
81 .lib section in a.out corrupted
82 Attempting to link in too many shared libraries
83 Cannot exec a shared library directly
84 Invalid or incomplete multibyte or wide character
85 Interrupted system call should be restarted
86 Streams pipe error
87 Too many users
88 Socket operation on non-socket
89 Destination address required
90 Message too long
91 Protocol wrong type for socket
92 Protocol not available
93 Protocol not supported
94 Socket type not supported
95 Operation not supported
96 Protocol family not supported
97 Address family not supported by protocol
98 Address already in use
99 Cannot assign requested address
100 Network is down
101 Network is unreachable
102 Network dropped connection on reset
103 Software caused connection abort
104 Connection reset by peer
105 No buffer space available
106 Transport endpoint is already connected
107 Transport endpoint is not connected
108 Cannot send after transport endpoint shutdown
109 Too many references: cannot splice
110 Connection timed out
111 Connection refused
112 Host is down
113 No route to host
114 Operation already in progress
115 Operation now in progress
116 Stale file handle
117 Structure needs cleaning
118 Not a XENIX named type file
119 No XENIX semaphores available
120 Is a named type file
121 Remote I/O error
122 Disk quota exceeded
123 No medium found
124 Wrong medium type
125 Operation canceled
126 Required key not available
127 Key has expired
128 Key has been revoked
129 Key was rejected by service
130 Owner died
131 State not recoverable
132 Operation not possible due to RF-kill
133 Memory page has hardware error
"""
_texts = {}


def error_text(code):
    if not _texts:
        for line in _TEXTS.strip().split("\n"):
            number, _, text = line.partition(" ")
            _texts[int(number)] = text
    return _texts.get(code, f"Unknown error {code}")
