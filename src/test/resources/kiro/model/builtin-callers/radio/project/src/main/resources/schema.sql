create table users (
    id bigint auto_increment primary key,
    handle varchar(40) not null unique,
    password varchar(100) not null,
    role varchar(20) not null
);
create table sessions (
    token varchar(64) primary key,
    user_id bigint not null,
    role varchar(20) not null,
    expires_at timestamp not null
);
create table shows (
    id bigint auto_increment primary key,
    title varchar(100) not null,
    host_id bigint not null,
    weekday varchar(10) not null,
    minutes int not null,
    on_air boolean not null
);
create table song_requests (
    id bigint auto_increment primary key,
    show_id bigint not null,
    song varchar(200) not null,
    user_id bigint not null,
    played boolean not null
);
