/** The database itself: embedded when no server is named, and the schema in two roles' hands. */
@org.springframework.modulith.ApplicationModule(displayName = "Databas")
package se.varna.database;
