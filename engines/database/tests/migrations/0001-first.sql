create table thing (n int);
