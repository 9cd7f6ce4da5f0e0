package se.varna.database;

/** The two database roles: one owns and changes the tables, the other only works with their rows. */
final class DatabaseRoles {

    static final String OWNER = "varna_owner";
    static final String APPLICATION = "varna_app";

    private DatabaseRoles() {}
}
