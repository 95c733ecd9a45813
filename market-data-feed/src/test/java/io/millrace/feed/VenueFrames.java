package io.millrace.feed;

import io.millrace.feed.coinbase.CoinbaseAdvancedVenue;
import io.millrace.feed.coinbase.CoinbaseVenue;
import io.millrace.feed.deribit.DeribitVenue;
import io.millrace.feed.kraken.KrakenVenue;
import io.millrace.feed.okx.OkxVenue;
import io.millrace.feed.tardis.TardisVenue;
import java.util.List;
import java.util.stream.Stream;

/** A frame of each kind that venues with snapshots in band send. */
final class VenueFrames {
    /** A frame of a venue. */
    record Sample(Venue venue, String frame) {}

    private VenueFrames() {}

    static List<Sample> all() {
        return Stream.of(kraken(), okx(), deribit(), coinbase(), advanced(), tardis())
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<Sample> of(final Venue venue, final String... frames) {
        return Stream.of(frames).map(frame -> new Sample(venue, frame.replace('\'', '"')));
    }

    private static Stream<Sample> kraken() {
        return of(
                KrakenVenue.SPOT,
                "{'channel':'book','type':'snapshot','data':[{'symbol':'BTC/USD','bids':[{'price':45283.5,'qty':0.10000000},"
                        + "{'price':45283.4,'qty':1.54582015}],'asks':[{'price':45285.2,'qty':0.00100000}],"
                        + "'checksum':3310070434,'timestamp':'2026-08-16T23:37:04.190019Z'}]}",
                "{'channel':'book','type':'update','data':[{'symbol':'BTC/USD','bids':[],'asks':[{'price':62807.0,"
                        + "'qty':0.00000000},{'price':62818.8,'qty':0.65540712}],'checksum':4249465476,"
                        + "'timestamp':'2026-08-16T23:37:03.745044Z'}]}",
                "{'channel':'trade','type':'update','data':[{'symbol':'BTC/USD','side':'sell','price':105910.5,'qty':0.0001246,"
                        + "'ord_type':'market','trade_id':10218209,'timestamp':'2023-10-06T17:35:56.123456Z'},"
                        + "{'symbol':'ETH/USD','side':'buy','price':1e3,'qty':2,'trade_id':7,"
                        + "'timestamp':'2023-10-06T17:35:56.2Z'}]}",
                "{'channel':'trade','type':'snapshot','data':[{'symbol':'BTC/USD','side':'sell','price':105910.5,'qty':1,"
                        + "'trade_id':10218209,'timestamp':'2023-10-06T17:35:56.123456Z'}]}",
                "{'channel':'ticker','type':'update','data':[{'symbol':'BTC/USD','bid':105944.2,'bid_qty':2.5,'ask':105944.3,"
                        + "'ask_qty':3.2,'last':105899.4,'timestamp':'2023-10-06T17:35:56.123456Z'}]}",
                "{'channel':'status','type':'update','data':[{'version':'2.0.10','system':'online','api_version':'v2',"
                        + "'connection_id':15113583034416118705}]}",
                "{'channel':'heartbeat'}",
                "{'method':'pong','req_id':42,'time_in':'2023-09-25T09:05:00Z'}",
                "{'method':'subscribe','result':{'channel':'book','depth':25,'snapshot':true,'symbol':'BTC/USD'},"
                        + "'success':true,'time_in':'2023-09-25T09:05:00Z'}",
                "{'error':'Subscription depth not supported','method':'subscribe','req_id':3,'success':false}",
                "[1360,{'as':[['0.0229','13.50','1618678123.481570']],'bs':[['0.0228','1.0','1618678124.5','r']]},"
                        + "'book-1000','ADA/XBT']",
                "[992,{'a':[['354.15','5.00','1618678133.36']]},{'b':[['354.1','0.00','1618678133.37']],'c':'2583817756'},"
                        + "'book-100','XMR/USD']",
                "[14,[['9482.4','0.0159','1561939258.51','s','l',''],['9488.2','0.2','1561939258.55','b','m','']],"
                        + "'trade','XBT/EUR']",
                "[325,['43770.2','43770.3','1633053779.91','0.0091','0.3167'],'spread','XBT/USD']",
                "{'error':[],'result':{'XBTUSDT':[['105433.6','0.00027',1762795433.9717445,'b','l','',10218208]],"
                        + "'last':'1762820035982277754'}}",
                "{'event':'heartbeat'}");
    }

    private static Stream<Sample> okx() {
        return of(
                OkxVenue.ALL,
                "{'arg':{'channel':'books','instId':'BTC-USDT'},'action':'snapshot','data':[{'asks':[['8476.98','415','0','13']],"
                        + "'bids':[['8476.97','256','0','12']],'ts':'1597026383085','checksum':0,'prevSeqId':-1,'seqId':123456}]}",
                "{'arg':{'channel':'books','instId':'BTC-USDT'},'action':'update','data':[{'asks':[['8477','7','0','2']],"
                        + "'bids':[],'ts':'1597026383085','checksum':-855196043,'prevSeqId':123456,'seqId':123457}]}",
                "{'arg':{'channel':'books5','instId':'BTC-USDT'},'data':[{'asks':[['8477','7','0','2']],'bids':[],"
                        + "'ts':'1597026383085','seqId':123457}]}",
                "{'arg':{'channel':'trades','instId':'BTC-USDT'},'data':[{'instId':'BTC-USDT','tradeId':'130639474','px':'42219.9',"
                        + "'sz':'0.12060306','side':'buy','ts':'1630048897897','count':'3','seqId':1234}]}",
                "{'arg':{'channel':'bbo-tbt','instId':'BCH-USDT-SWAP'},'data':[{'asks':[['111.06','55154','0','2']],"
                        + "'bids':[],'ts':'1670324386802','seqId':363996337}]}",
                "{'arg':{'channel':'tickers','instId':'BTC-USDT'},'data':[{'instId':'BTC-USDT','askPx':'9999.99','askSz':'11',"
                        + "'bidPx':'','bidSz':'','ts':'1597026383085'}]}",
                "{'arg':{'channel':'funding-rate','instId':'BTC-USDT-SWAP'},'data':[{'instId':'BTC-USDT-SWAP',"
                        + "'fundingRate':'0.0001','nextFundingRate':'','fundingTime':'1744590349506','ts':'1744590349506'}]}",
                "{'arg':{'channel':'mark-price','instId':'BTC-USDT-SWAP'},'data':[{'instType':'SWAP','instId':'BTC-USDT-SWAP',"
                        + "'markPx':'42310.6','ts':'1630049139746'}]}",
                "{'arg':{'channel':'liquidation-orders','instType':'SWAP'},'data':[{'details':[{'bkLoss':'0','bkPx':'0.007831',"
                        + "'ccy':'','posSide':'short','side':'buy','sz':'13','ts':'1692266434010'}],'instFamily':'IOST-USDT',"
                        + "'instId':'IOST-USDT-SWAP','instType':'SWAP','uly':'IOST-USDT'}]}",
                "{'id':'1512','event':'subscribe','arg':{'channel':'books','instId':'BTC-USDT'},'connId':'a4d3ae55'}",
                "{'event':'error','code':'60012','msg':'Invalid request: ...','connId':'a4d3ae55'}",
                "{'event':'notice','code':'64008','msg':'The connection will soon be closed','connId':'a4d3ae55'}");
    }

    private static Stream<Sample> deribit() {
        return of(
                DeribitVenue.ALL,
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'book.BTC-PERPETUAL.100ms','data':{'type':'snapshot',"
                        + "'timestamp':1699999999000,'instrument_name':'BTC-PERPETUAL','change_id':123456789,"
                        + "'bids':[['new',42500.0,1000.0]],'asks':[['new',42501.0,800.0]]}}}",
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'book.BTC-24SEP21-8000-P.100ms','data':{'type':'change',"
                        + "'timestamp':1626993724318,'prev_change_id':33195894164,'instrument_name':'BTC-24SEP21-8000-P',"
                        + "'change_id':33195894355,'bids':[['delete',5e-4,7.0]],'asks':[['new',0.001,2.6]]}}}",
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'book.X.none.10.100ms','data':{'timestamp':1626993724318,"
                        + "'instrument_name':'X','change_id':5,'bids':[[1.5,10.0]],'asks':[]}}}",
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'trades.BTC-PERPETUAL.100ms','data':[{"
                        + "'timestamp':1765531356452,'price':92294.5,'amount':10.0,'direction':'sell','liquidation':'MT',"
                        + "'instrument_name':'BTC-PERPETUAL','trade_seq':271252854,'trade_id':'ETH-403691824'}]}}",
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'quote.BTC-PERPETUAL','data':{'timestamp':1765541767174,"
                        + "'instrument_name':'BTC-PERPETUAL','best_ask_price':92288.5,'best_bid_price':null,"
                        + "'best_ask_amount':99470.0,'best_bid_amount':0.0}}}",
                "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'ticker.BTC-PERPETUAL.100ms','data':{"
                        + "'timestamp':1765541474086,'index_price':92263.55,'instrument_name':'BTC-PERPETUAL',"
                        + "'mark_price':92281.78,'last_price':null,'current_funding':1.742e-05}}}",
                "{'jsonrpc':'2.0','id':1,'result':['trades.BTC-PERPETUAL.100ms','book.BTC-PERPETUAL.100ms'],'usIn':1}",
                "{'jsonrpc':'2.0','id':7,'error':{'code':10028,'message':'too_many_requests'}}",
                "{'jsonrpc':'2.0','method':'heartbeat','params':{'type':'test_request'}}",
                "{'jsonrpc':'2.0','method':'heartbeat','params':{'type':'heartbeat'}}");
    }

    private static Stream<Sample> coinbase() {
        return of(
                CoinbaseVenue.EXCHANGE,
                "{'type':'snapshot','product_id':'BTC-USD','bids':[['10101.10','0.45054140']],'asks':[['10102.55','0.57753524']]}",
                "{'type':'l2update','product_id':'SKL-BTC','changes':[['sell','0.00001306','660.5'],['buy','0.00001305','0']],"
                        + "'time':'2021-04-17T16:43:37.075687Z'}",
                "{'type':'match','trade_id':280232,'maker_order_id':'..','taker_order_id':'..','side':'sell','size':'985',"
                        + "'price':'0.00001305','product_id':'SKL-BTC','sequence':177100030,'time':'2021-04-17T16:43:37.089723Z'}",
                "{'type':'last_match','trade_id':280232,'side':'sell','size':'985','price':'0.00001305','product_id':'SKL-BTC',"
                        + "'sequence':177100030,'time':'2021-04-17T16:43:37.089723Z'}",
                "{'type':'ticker','sequence':50978628538,'product_id':'BTC-USD','price':'17165.16','best_bid':'17165.15',"
                        + "'best_bid_size':'0.61540890','best_ask':'17167.76','best_ask_size':'0.18528568','side':'sell',"
                        + "'time':'2022-12-01T00:00:00.122581Z','trade_id':463751434,'last_size':'0.05'}",
                "{'type':'heartbeat','sequence':90,'last_trade_id':20,'product_id':'BTC-USD','time':'2014-11-07T08:19:28.464459Z'}",
                "{'type':'subscriptions','channels':[{'name':'level2','product_ids':['ETH-USD']}]}",
                "{'type':'error','message':'Failed to subscribe','reason':'x is not a valid product'}");
    }

    private static Stream<Sample> advanced() {
        return of(
                CoinbaseAdvancedVenue.ALL,
                "{'channel':'l2_data','client_id':'','timestamp':'2026-04-07T14:30:00.123456Z','sequence_num':0,'events':[{"
                        + "'type':'snapshot','product_id':'BTC-USD','updates':[{'side':'bid',"
                        + "'event_time':'1970-01-01T00:00:00Z','price_level':'68900.00','new_quantity':'1.5'},"
                        + "{'side':'offer','event_time':'1970-01-01T00:00:00Z','price_level':'68901.00','new_quantity':'2'}]}]}",
                "{'channel':'l2_data','timestamp':'2026-04-07T14:30:01.123456Z','sequence_num':1,'events':[{'type':'update',"
                        + "'product_id':'BTC-USD','updates':[{'side':'offer','event_time':'2026-04-07T14:30:01.1Z',"
                        + "'price_level':'68901.00','new_quantity':'0.00000000'}]}]}",
                "{'channel':'market_trades','timestamp':'2026-04-07T14:30:02.789012Z','sequence_num':5,'events':[{'type':'update',"
                        + "'trades':[{'trade_id':'995098700','product_id':'BTC-USD','price':'68900.50','size':'0.0015',"
                        + "'side':'BUY','time':'2026-04-07T14:30:02.789012Z'}]}]}",
                "{'channel':'market_trades','timestamp':'2026-04-07T14:30:02.789012Z','sequence_num':5,'events':[{'type':'snapshot',"
                        + "'trades':[{'trade_id':'995098700','product_id':'BTC-USD','price':'68900.50','size':'0.0015',"
                        + "'side':'BUY','time':'2026-04-07T14:30:02.789012Z'}]}]}",
                "{'channel':'ticker','timestamp':'2026-04-07T14:30:03Z','sequence_num':12,'events':[{'type':'snapshot','tickers':[{"
                        + "'type':'ticker','product_id':'BTC-USD','price':'68900.50','best_bid':'68900.00',"
                        + "'best_bid_quantity':'1.5','best_ask':'68901.00','best_ask_quantity':'0.5'}]}]}",
                "{'channel':'heartbeats','timestamp':'2026-04-07T14:30:10Z','sequence_num':2,'events':[{"
                        + "'current_time':'2026-04-07 14:30:10.000000000+00:00','heartbeat_counter':42}]}",
                "{'channel':'subscriptions','timestamp':'2026-04-07T14:30:00Z','sequence_num':0,'events':[{'subscriptions':{"
                        + "'level2':['BTC-USD']}}]}",
                "{'type':'error','message':'rate limit exceeded'}");
    }

    private static Stream<Sample> tardis() {
        final String head = "'symbol':'bitmex:XBTUSD','timestamp':'1583020803145000',";
        return of(
                TardisVenue.ALL,
                "{'type':'trade'," + head
                        + "'id':'ccc3c1fa-212c-e8b0-1706-9b9c4f3d5ecf','side':'sell','price':'8531.5','amount':'2152'}",
                "{'type':'trade'," + head + "'id':'ETH-7','side':'unknown','price':'8531.5','amount':'2152'}",
                "{'type':'liquidation'," + head + "'id':'','side':'buy','price':'8531.5','amount':'2152'}",
                "{'type':'quote'," + head + "'bids':[['8629.2','806']],'asks':[]}",
                "{'type':'book'," + head
                        + "'snapshot':true,'bids':[['50000.0','1.0'],['49999.5','2']],'asks':[['50001.0','1']]}",
                "{'type':'book'," + head + "'snapshot':false,'bids':[],'asks':[['50001.0','0']]}",
                "{'type':'ticker'," + head
                        + "'markPrice':'9500.25','indexPrice':'9500.0','fundingRate':'-0.0001','fundingTimestamp':'1583020800000000'}",
                "{'type':'ticker'," + head
                        + "'bids':[['0.0205','15.1']],'asks':[['0.0235','15.2']],'markPrice':'0.02210436'}");
    }
}
