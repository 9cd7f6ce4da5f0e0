/** Units, mandates, security officers and parties: the only source of who may act for what. */
@org.springframework.modulith.ApplicationModule(displayName = "Katalog")
package se.varna.directory;
