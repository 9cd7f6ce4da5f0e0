/** What every page has around it, and the pages that belong to no case: start, sign-in, errors. */
@org.springframework.modulith.ApplicationModule(displayName = "Portal")
package se.varna.portal;
