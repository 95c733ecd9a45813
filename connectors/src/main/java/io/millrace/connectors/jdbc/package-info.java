/**
 * Tables of databases that are reached by JDBC.
 *
 * <pre>
 *   item ──binder──▶ JdbcRow ──flush──▶ one transaction: rows of TABLE, and their count in millrace_outputs ──▶ database
 * </pre>
 *
 * H2 and PostgreSQL are tested. H2 comes with Millrace as the database of one file: it is small, has no native part, and
 * what it committed survives the death of the process; for other databases put their driver on the class path. Cold code,
 * that makes objects for each item: a flow with much output and a deadline has such a sink on a thread of its own.
 */
package io.millrace.connectors.jdbc;
