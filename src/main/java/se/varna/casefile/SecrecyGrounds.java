package se.varna.casefile;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Grounds in the secrecy act that have been decided beforehand, for what goes to others by itself ({@code
 * varna.secrecy}). A lawyer must confirm each before a city goes live.
 *
 * @param informationCopy for who, which unit and which level
 * @param missedDeadline for contact and description, when nobody has called or answered in time
 * @param dispute for what an owner attaches to a dispute
 */
@ConfigurationProperties("varna.secrecy")
public record SecrecyGrounds(SecrecyGround informationCopy, SecrecyGround missedDeadline, SecrecyGround dispute) {}
